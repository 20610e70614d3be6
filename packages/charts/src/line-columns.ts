import type { Day, IndexPoint } from "@mizan/model";
import type { Box } from "./label-places.ts";

/** What the line and its band cover in one column of the plot. */
export interface LineColumn {
  line: Box;
  band: Box;
}

/** A line over time as it is plotted. */
interface Plot {
  points: readonly IndexPoint[];
  x: (day: Day) => number;
  y: (value: number) => number;
}

export const columnWidth = 4;

/** What the line and its band cover, a column every few pixels, so that a long period costs no more than a short one. */
export function lineColumns({ points, x, y }: Plot): LineColumn[] {
  const columns = new Map<number, { line: [number, number]; band: [number, number] }>();
  const widen = (range: [number, number], ...values: number[]): [number, number] => [
    Math.min(range[0], ...values),
    Math.max(range[1], ...values),
  ];
  points.forEach((point, i) => {
    const before = points[i - 1] ?? point;
    const first = Math.floor(x(point.day) / columnWidth);
    const last = Math.floor(x(points[i + 1]?.day ?? point.day) / columnWidth);
    for (let column = first; column <= last; column++) {
      const { line, band } = columns.get(column) ?? { line: [Infinity, -Infinity], band: [Infinity, -Infinity] };
      const own = column === first ? [y(before.index), y(point.index)] : [y(point.index)];
      columns.set(column, { line: widen(line, ...own), band: widen(band, y(point.band90[0]), y(point.band90[1])) });
    }
  });
  return [...columns].map(([column, { line, band }]) => ({
    line: { x: column * columnWidth, y: line[0] - 4, width: columnWidth, height: line[1] - line[0] + 8 },
    band: { x: column * columnWidth, y: band[0], width: columnWidth, height: band[1] - band[0] },
  }));
}
