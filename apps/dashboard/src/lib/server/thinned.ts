import { eventSpan, type Day } from "@mizan/model";
import type { Reading } from "./reading.ts";

/** A history as a page sends it: fewer points where it is long, with how many days there were. */
export interface Thinned<Point> {
  points: readonly Point[];
  /** Undefined where every day is there. */
  note: string | undefined;
}

const mostPoints = 400;
const dailyTail = 60;

/** A daily history thinned to about 400 points: the first day, the last sixty and every event's are kept, of the others each so many. */
export function thinned<Point extends { day: Day }>(
  days: readonly Point[],
  { balance, opening }: Pick<Reading, "balance" | "opening">,
): Thinned<Point> {
  if (days.length <= mostPoints) return { points: days, note: undefined };
  const kept = new Set(
    balance.study.events.flatMap((event) => {
      const { start, end } = eventSpan(event, opening);
      return [start, end];
    }),
  );
  const step = Math.ceil(days.length / Math.max(1, mostPoints - dailyTail));
  const points = days.filter(({ day }, i) => i % step === 0 || i >= days.length - dailyTail || kept.has(day));
  return {
    points,
    note: `Of ${days.length} days it shows ${points.length}: every event’s, the last ${dailyTail}, and one in ${step} of the rest.`,
  };
}
