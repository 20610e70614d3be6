import type { Day } from "../day.ts";
import type { FactorId } from "../factor.ts";
import { fading } from "./fading.ts";
import type { ScaledFactor } from "./level.ts";
import type { Shift } from "./shift.ts";

/** Sums of evidence by day for one factor, as shifts and as their variance; index 0 is the first day. */
export interface DailyEvidence {
  mean: Float64Array;
  variance: Float64Array;
}

/** The evidence of a case by (factor, day), what fades and what lasts apart: all that a series needs of the events. */
export interface Evidence {
  from: Day;
  to: Day;
  fading: ReadonlyMap<FactorId, DailyEvidence>;
  lasting: ReadonlyMap<FactorId, DailyEvidence>;
}

/** What a sum by day needs of a shift; shifts of one span and factor may be added up beforehand. */
export type SpreadShift = Pick<Shift, "factor" | "start" | "end" | "mean" | "variance" | "halfLifeDays">;

/**
 * Sums shifts by factor and day, O(shifts × days each is spread over). A shift that starts before `from` is folded
 * into the first day as it stands there.
 */
export function dailyEvidence(
  factors: readonly ScaledFactor[],
  shifts: readonly SpreadShift[],
  from: Day,
  to: Day,
): Evidence {
  const days = Math.max(0, to - from + 1);
  const empty = () =>
    new Map(factors.map(({ id }) => [id, { mean: new Float64Array(days), variance: new Float64Array(days) }]));
  const evidence = { from, to, fading: empty(), lasting: empty() };
  for (const shift of shifts) {
    const rows = (shift.halfLifeDays === Infinity ? evidence.lasting : evidence.fading).get(shift.factor);
    if (rows) spread(rows, shift, from, to);
  }
  return evidence;
}

function spread(
  { mean, variance }: DailyEvidence,
  { start, end, mean: shift, variance: spread, halfLifeDays }: SpreadShift,
  from: Day,
  to: Day,
): void {
  const days = end - start + 1;
  const last = Math.min(end, to);
  for (let day = start; day <= last; day++) {
    const age = Math.max(0, from - day);
    const row = day + age - from;
    if (row >= mean.length) break;
    mean[row]! += (shift / days) * (age === 0 ? 1 : fading(age, halfLifeDays));
    variance[row]! += (spread / days) * (age === 0 ? 1 : fading(age, halfLifeDays / 2));
  }
}
