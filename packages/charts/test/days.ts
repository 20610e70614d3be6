import { dayOf, indexOf, type IndexPoint } from "@mizan/model";

/** A day of 2020. */
export const day = (date: string) => dayOf(`2020-${date}`);

/** Index points from 1 February 2020, the x of each day given by a function. */
export function pointsOf(days: number, x: (i: number) => number, sd = 0.07): IndexPoint[] {
  return Array.from({ length: days }, (_, i) => ({ day: day("02-01") + i, ...indexOf(x(i), sd) }));
}
