import type { EventMark } from "@mizan/charts";
import type { Day } from "@mizan/model";
import { textWidth } from "./text-lines.ts";
import { slideWidth } from "./title-size.ts";

const longestLabel = 420;
const gap = 10;

/** About how many rows a timeline of a slide's width needs for some events, never too few. */
export function timelineRows(marks: readonly EventMark[], from: Day, to: Day): number {
  const x = (day: Day) => 8 + (Math.min(Math.max(day, from), to) - from) * ((slideWidth - 16) / Math.max(1, to - from));
  let above = 0;
  const rows: { left: number; right: number }[][] = [];
  for (const { start, end, label } of marks.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1),
  )) {
    const long = Math.min(longestLabel, textWidth(label, 20)) + 8;
    const low = x(start) - 7;
    const high = x(end) + 7;
    const after = high + long <= slideWidth;
    const before = low - long >= 0;
    const [left, right] = after ? [low, high + long] : before ? [low - long, high] : [0, slideWidth];
    if (!after && !before) above += 1;
    const free = rows.find((row) => row.every((other) => left >= other.right + gap || right + gap <= other.left));
    if (free) free.push({ left, right });
    else rows.push([{ left, right }]);
  }
  return rows.length + above;
}
