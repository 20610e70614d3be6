import type { Day } from "@mizan/model";
import type { DrawingSize, DrawingTable } from "./drawing.ts";
import { dayTicks, panelScale, type DayTick } from "./index-panels.ts";
import { packedRows } from "./packed-rows.ts";
import type { Pole } from "./side-class.ts";
import { spanText } from "./span-text.ts";
import { textWidth, textWithin } from "./text-width.ts";

/** An event as a timeline draws it. */
export interface TimelineEvent {
  id: string;
  label: string;
  start: Day;
  end: Day;
  /** The side it helped. */
  side: Pole;
  expected?: boolean | undefined;
  href?: string | undefined;
}

/** An event placed on the timeline. */
export interface PlacedEvent {
  event: TimelineEvent;
  x: number;
  y: number;
  span: { from: number; to: number } | undefined;
  label: { x: number; y: number; anchor: "start" | "end"; text: string };
}

export interface Timeline {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  ticks: DayTick[];
  placed: PlacedEvent[];
}

const frames = {
  monitor: { width: 898, row: 24, font: 12, foot: 24, label: 260, reach: 7 },
  slide: { width: 1152, row: 36, font: 20, foot: 32, label: 420, reach: 9 },
  phone: { width: 358, row: 24, font: 12, foot: 24, label: 200, reach: 7 },
} as const;

/** Events over time in rows where neither marks nor labels touch. */
export function timeline(
  from: Day,
  to: Day,
  events: readonly TimelineEvent[],
  { size, width = frames[size].width }: { size: DrawingSize; width?: number | undefined },
): Timeline {
  const { row, font, foot, label: most, reach } = frames[size];
  const [left, right] = [8, width - 8];
  const panel = { from, to, left, right, title: "" };
  const x = panelScale([panel]);
  const laid = events
    .filter(({ start, end }) => end >= from && start <= to)
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
    .map((event) => {
      const [start, end] = [Math.max(from, event.start), Math.min(to, event.end)];
      const at = x((start + end) / 2);
      const span = event.start === event.end ? undefined : { from: x(start), to: x(end) };
      const [low, high] = [Math.min(span?.from ?? at, at - reach), Math.max(span?.to ?? at, at + reach)];
      const text = textWithin(event.label, Math.min(most, width - 40), font);
      const long = textWidth(text, font) + 2;
      const after = high + 6 + long <= width;
      const before = low - 6 - long >= 0;
      const label = after
        ? { x: high + 6, anchor: "start" as const, text, from: low, to: high + 6 + long }
        : before
          ? { x: low - 6, anchor: "end" as const, text, from: low - 6 - long, to: high }
          : { x: width, anchor: "end" as const, text: "", from: low, to: high };
      const above = label.text === "";
      if (!above) return { event, x: at, span, label, above };
      const x0 = Math.max(0, Math.min(low, width - long));
      return {
        event,
        x: at,
        span,
        label: { x: x0, anchor: "start" as const, text, from: Math.min(low, x0), to: Math.max(high, x0 + long) },
        above,
      };
    });
  const rows = packedRows(
    laid.map(({ label }) => ({ from: label.from, to: label.to })),
    10,
  );
  const extra = laid.map(({ above }) => (above ? 1 : 0)); // a label above its mark takes a line of its own
  const tall = rowTops(rows, extra);
  const bottom = tall.count * row + 4;
  return {
    width,
    height: bottom + foot,
    left,
    right,
    bottom,
    ticks: dayTicks(panel, size),
    placed: laid.map(({ event, x: at, span, label }, i) => ({
      event,
      x: at,
      y: (tall.tops[rows[i]!]! + 0.5 + 0.7 * extra[i]!) * row,
      span,
      label: { x: label.x, y: (tall.tops[rows[i]!]! + 0.5) * row, anchor: label.anchor, text: label.text },
    })),
  };
}

function rowTops(rows: readonly number[], extra: readonly number[]): { tops: number[]; count: number } {
  const heights: number[] = [];
  rows.forEach((row, i) => (heights[row] = Math.max(heights[row] ?? 1, 1 + extra[i]!)));
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  return { tops, count: heights.reduce((sum, height) => sum + height, 0) };
}

function inside(events: readonly TimelineEvent[], from: Day, to: Day): TimelineEvent[] {
  return events
    .filter(({ start, end }) => end >= from && start <= to)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

const helped = (side: Pole, { positive, negative }: { positive: string; negative: string }) =>
  side > 0 ? positive : side < 0 ? negative : "neither";

/** The timeline in a sentence. */
export function eventTimelineSummary(from: Day, to: Day, events: readonly TimelineEvent[]): string {
  const drawn = inside(events, from, to);
  const expected = drawn.filter((event) => event.expected).length;
  return `${spanText(from, to)}: ${drawn.length - expected} events, ${expected} more expected.`;
}

/** The timeline as a table. */
export function eventTimelineTable(
  from: Day,
  to: Day,
  events: readonly TimelineEvent[],
  sides: { positive: string; negative: string },
): DrawingTable {
  return {
    columns: ["When", "Event", "Helped"],
    rows: inside(events, from, to).map(({ start, end, label, side, expected }) => [
      spanText(start, end),
      expected ? `${label} (expected)` : label,
      helped(side, sides),
    ]),
  };
}
