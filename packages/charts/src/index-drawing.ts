import { sideOf, type IndexPoint } from "@mizan/model";
import type { DrawingSize } from "./drawing.ts";
import { eventLane, type LaneMark } from "./event-lane.ts";
import type { EventMark } from "./event-mark.ts";
import { keyBeside, keyColumn, keyRow, keyWidth, type IndexKey } from "./index-key.ts";
import { indexLabels, type PlacedLabel } from "./index-labels.ts";
import type { SideWords } from "./index-over-time.ts";
import { dayTicks, indexPanels, panelScale, type DayTick, type Panel } from "./index-panels.ts";
import { indexAxis } from "./index-scale.ts";
import type { Box } from "./label-places.ts";
import { bandPath, lineRuns, type LineRun } from "./step-path.ts";
import { tenth } from "./tenth.ts";

/** Everything the index over time draws, in its own units. */
export interface IndexDrawing {
  width: number;
  height: number;
  left: number;
  right: number;
  /** The axis line's height. */
  bottom: number;
  titleY: number;
  panels: (Panel & { ticks: DayTick[]; band: string; runs: LineRun[] })[];
  gridlines: { value: number; y: number }[];
  parityY: number;
  key: IndexKey;
  labels: PlacedLabel[];
  lane: (LaneMark & { y: number })[];
  end: { x: number; y: number; side: -1 | 0 | 1; point: IndexPoint; highY: number; lowY: number };
}

const frames = {
  monitor: { width: 898, left: 36, aside: 76, top: 22, depth: 264, font: 12, line: 15, labels: 6 },
  slide: { width: 836, left: 44, aside: 92, top: 28, depth: 384, font: 20, line: 24, labels: 6 },
  phone: { width: 358, left: 30, aside: 62, top: 40, depth: 186, font: 12, line: 15, labels: 4 },
} as const;

export interface IndexDrawingOptions {
  size: DrawingSize;
  focusDays: number;
  events: boolean;
  width?: number | undefined;
  depth?: number | undefined;
}

/** Lays out the index over time. The points must not be empty. */
export function indexDrawing(
  all: readonly IndexPoint[],
  marks: readonly EventMark[],
  sides: SideWords,
  { size, focusDays, events, width = frames[size].width, depth = frames[size].depth }: IndexDrawingOptions,
): IndexDrawing {
  const frame = frames[size];
  const [left, right] = [frame.left, width - frame.aside];
  const panels = indexPanels({ from: all[0]!.day, to: all.at(-1)!.day, left, right, size }, focusDays);
  const from = panels[0]!.from;
  const points = all.filter(({ day }) => day >= from);
  const x = panelScale(panels);
  const axis = indexAxis(points);
  const scaled = (top: number) => (value: number) =>
    tenth(top + ((axis.high - value) / (axis.high - axis.low)) * depth);
  const rowKey = { inRow: true, width: keyWidth(sides, frame.font, size) };
  const inside =
    size === "phone" ? undefined : keyColumn(points, x, scaled(frame.top), panels[0]!, rowKey.width, frame.font);
  const top = frame.top + (inside || size === "phone" ? 0 : frame.line + 8);
  const y = scaled(top);
  const bottom = top + depth;
  const key = inside
    ? keyBeside(sides, inside.x, y(0), frame.font, size)
    : keyRow(sides, left, size === "phone" ? 14 : top - frame.font / 2 - 4, frame.font, size);
  const end = endOf(points.at(-1)!, right + 12, y, size);
  const keyBox = inside && { x: inside.x, y: y(0) - 2.9 * frame.font, width: rowKey.width, height: 5.4 * frame.font };
  const lane = events ? eventLane(marks, x, from, points.at(-1)!.day) : [];
  const rows = Math.max(0, ...lane.map(({ row }) => row + 1));
  return {
    width,
    height: bottom + (size === "slide" ? 32 : 26) + 14 * rows,
    left,
    right,
    bottom,
    titleY: size === "phone" ? bottom + 0 : frame.font,
    panels: panels.map((panel) => {
      const own = points.filter(({ day }) => day >= panel.from && day <= panel.to);
      const within = panelScale([panel]);
      return { ...panel, ticks: dayTicks(panel, size), band: bandPath(own, within, y), runs: lineRuns(own, within, y) };
    }),
    gridlines: axis.ticks.map((value) => ({ value, y: y(value) })),
    parityY: y(0),
    key,
    labels: indexLabels(
      marks.filter((mark) => mark.end >= from && mark.start <= points.at(-1)!.day),
      {
        points,
        x,
        y,
        panels: panels.map((panel, i) => ({ left: panel.left, right: i === panels.length - 1 ? width : panel.right })),
        bounds: { x: left, y: top, width: width - left, height: depth - 4 },
        blocked: [...(keyBox ? [keyBox] : []), ...endBoxes(end, size)],
        rules: axis.ticks.map((tick) => ({ y: y(tick), cost: tick === 0 ? 0.4 : 0.02 })),
        fontSize: frame.font,
        lineHeight: frame.line,
        most: frame.labels,
      },
    ),
    lane: lane.map((mark) => ({ ...mark, y: bottom + 36 + 14 * mark.row })),
    end,
  };
}

function endOf(point: IndexPoint, x: number, y: (value: number) => number, size: DrawingSize): IndexDrawing["end"] {
  const [up, down] = size === "slide" ? [34, 32] : [24, 24];
  const at = y(point.index);
  const [low, high] = point.band90;
  return {
    x,
    y: at,
    side: sideOf(point.band90),
    point,
    highY: Math.min(y(high), at - up),
    lowY: Math.max(y(low), at + down),
  };
}

function endBoxes({ x, y, highY, lowY }: IndexDrawing["end"], size: DrawingSize): Box[] {
  const [big, small] = size === "slide" ? [40, 18] : [28, 14];
  return [
    { x: x - 10, y: y - big / 2, width: 100, height: big },
    ...[highY, lowY].map((middle) => ({ x: x - 10, y: middle - small / 2, width: 60, height: small })),
  ];
}
