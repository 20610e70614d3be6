import { dayOf, isoDate } from "@mizan/model";

/** An ISO date some days after another. */
export function addDays(date: string, days: number): string {
  return isoDate(dayOf(date) + days);
}
