import { sideOf, type Day, type IndexPoint } from "@mizan/model";
import type { Pole } from "./side-class.ts";
import { tenth } from "./tenth.ts";

/** A stretch of days whose band lies on one side of parity, as one path. */
export interface LineRun {
  /** The first day of the stretch, which is its key. */
  from: Day;
  side: Pole;
  path: string;
}

/** The index as steps, a path for each stretch of one side: every day's value holds until the next day. */
export function lineRuns(
  points: readonly IndexPoint[],
  x: (day: Day) => number,
  y: (value: number) => number,
): LineRun[] {
  const runs: LineRun[] = [];
  points.forEach((point, i) => {
    const side = sideOf(point.band90);
    const before = points[i - 1];
    const next = points[i + 1];
    let run = runs.at(-1);
    if (!run || run.side !== side) {
      run = { from: point.day, side, path: `M${tenth(x(point.day))} ${tenth(y((before ?? point).index))}` };
      runs.push(run);
    }
    const level = tenth(y(point.index));
    if (!before || tenth(y(before.index)) !== level) run.path += `V${level}`;
    if (next) run.path += `H${tenth(x(next.day))}`;
  });
  return runs.map((run) => ({ ...run, path: run.path.replace(/(?:H[\d.]+)+(?=H)/g, "") }));
}

/** The 90 % band as one area, in steps like the line's. */
export function bandPath(points: readonly IndexPoint[], x: (day: Day) => number, y: (value: number) => number): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const ends = points.map((point, i) => tenth(x(points[i + 1]?.day ?? point.day)));
  const upper = edge(
    points.map(({ band90 }) => tenth(y(band90[1]))),
    ends,
  );
  const lower = edge(
    points.map(({ band90 }) => tenth(y(band90[0]))).reverse(),
    points.map(({ day }) => tenth(x(day))).reverse(),
  );
  return `M${tenth(x(first.day))} ${tenth(y(first.band90[1]))}${upper}${lower}Z`;
}

/** Steps at each height up to each end; neighbours of one height are one step. */
function edge(heights: readonly number[], ends: readonly number[]): string {
  let path = "";
  heights.forEach((height, i) => {
    if (height !== heights[i - 1]) path += `V${height}`;
    if (height !== heights[i + 1]) path += `H${ends[i]}`;
  });
  return path;
}

/** Values as steps, one to a place, the last without width. */
export function valueSteps(values: readonly number[], x: (i: number) => number, y: (value: number) => number): string {
  let path = "";
  let level: number | undefined;
  values.forEach((value, i) => {
    const at = tenth(y(value));
    if (level === undefined) path = `M${tenth(x(i))} ${at}`;
    else if (at !== level) path += `H${tenth(x(i))}V${at}`;
    level = at;
  });
  return values.length === 0 ? "" : `${path}H${tenth(x(values.length - 1))}`;
}
