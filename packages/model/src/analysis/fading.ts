import type { Day } from "../day.ts";

/** What is left of evidence after some days, 0 to 1: 2^(−age/halfLife). A half-life of Infinity never fades. */
export function fading(ageDays: number, halfLifeDays: number): number {
  return 2 ** (-ageDays / halfLifeDays);
}

/**
 * The mean of {@link fading} over the days from `start` to `end`, seen from `day`; days still ahead count 0. Serves a
 * process and a day known only to an interval alike. Closed form of the geometric sum.
 */
export function meanFading(start: Day, end: Day, day: Day, halfLifeDays: number): number {
  if (day < start) return 0;
  if (start === end) return fading(day - start, halfLifeDays);
  const newest = Math.min(end, day);
  const daysPast = newest - start + 1;
  const rate = Math.LN2 / halfLifeDays;
  const sum =
    rate === 0 ? daysPast : (fading(day - newest, halfLifeDays) * Math.expm1(-daysPast * rate)) / Math.expm1(-rate);
  return sum / (end - start + 1);
}
