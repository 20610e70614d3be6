import type { Day } from "@mizan/model";
import { markDay, type EventMark } from "./event-mark.ts";
import { pullRadius } from "./mark-path.ts";
import { packedRows } from "./packed-rows.ts";
import { poleOfNumber, type Pole } from "./side-class.ts";

/** An event in the lane under the index: its arrow, and the whisker of the days it can have been. */
export interface LaneMark {
  mark: EventMark;
  side: Pole;
  x: number;
  row: number;
  radius: number;
  /** Undefined where the day is known. */
  span: { from: number; to: number } | undefined;
}

/** The events between two days, in rows where none touches another. A span that only ends on the first day is left out. */
export function eventLane(marks: readonly EventMark[], x: (day: Day) => number, from: Day, to: Day): LaneMark[] {
  const drawn = marks
    .filter(({ start, end }) => (end > from || start === from) && start <= to)
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    .map((mark) => {
      const [start, end] = [Math.max(from, mark.start), Math.min(to, mark.end)];
      const radius = pullRadius(mark.points);
      const span = mark.start === mark.end ? undefined : { from: x(start), to: x(end) };
      return { mark, side: poleOfNumber(mark.points), x: x(markDay({ start, end })), radius, span };
    });
  const rows = packedRows(
    drawn.map(({ x: at, radius, span }) => ({
      from: Math.min(span?.from ?? at, at - radius),
      to: Math.max(span?.to ?? at, at + radius),
    })),
  );
  return drawn.map((mark, i) => ({ ...mark, row: rows[i]! }));
}
