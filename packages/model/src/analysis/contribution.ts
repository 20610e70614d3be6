import type { Case } from "../case.ts";
import type { Day } from "../day.ts";
import type { EventId } from "../event.ts";
import type { FactorId } from "../factor.ts";
import { halfWidth90 } from "./band.ts";
import { indexOf, type Weighting } from "./balance-index.ts";
import { methodOf } from "./default-method.ts";
import { meanFading } from "./fading.ts";
import type { SpreadShift } from "./evidence.ts";
import { baseline, scaledFactors } from "./level.ts";
import { gatheredPull, pullVariance } from "./pull.ts";
import type { Shift } from "./shift.ts";

/**
 * What one record adds to the index on a day: an event through its shifts, a factor through its baseline or through the
 * evidence of events that were gathered.
 */
export interface Contribution {
  kind: "event" | "baseline" | "gathered";
  record: EventId | FactorId;
  /** Part of X, the weighted mean of the factors' x. */
  x: number;
  /** The same in index points; all points sum to the index. */
  points: number;
  /** Half the width of the 90 % band of `points`. */
  margin90: number;
  /** The index as it would read had this record never been. */
  indexWithout: number;
}

/**
 * What every event and every baseline adds to the index on a day, in points: its part of X times index / X (times 100
 * at X = 0), so that the points sum to the index exactly. METHODS §3.
 */
export function contributions(
  study: Case,
  shifts: readonly Shift[],
  weights: Weighting,
  day: Day,
  gathered: readonly SpreadShift[] = [],
): Contribution[] {
  const method = methodOf(study);
  const shareOf = new Map(weights.shares.map(({ factor, share }) => [factor, share]));
  const parts = scaledFactors(study).map((factor) => {
    const { x, sd } = baseline(factor, method);
    const share = shareOf.get(factor.id)!;
    return { kind: "baseline" as const, record: factor.id, x: share * x, variance: (share * sd) ** 2 };
  });
  const events = [...Map.groupBy(shifts, ({ event }) => event)].flatMap(([event, own]) => {
    const pulls = own
      .map((shift) => ({
        shift,
        share: shareOf.get(shift.factor)! * meanFading(shift.start, shift.end, day, shift.halfLifeDays),
      }))
      .filter(({ shift }) => shift.start <= day);
    if (pulls.length === 0) return [];
    const x = pulls.reduce((sum, { shift, share }) => sum + share * shift.mean, 0);
    return [{ kind: "event" as const, record: event, x, variance: pullVariance(pulls, method) }];
  });
  const others = [...Map.groupBy(gathered, ({ factor }) => factor)].map(([factor, own]) => ({
    kind: "gathered" as const,
    record: factor,
    ...gatheredPull(own, shareOf.get(factor) ?? 0, day),
  }));
  const all = [...parts, ...events, ...others];
  const total = all.reduce((sum, { x }) => sum + x, 0);
  const pointsPerX = total === 0 ? 100 : indexOf(total, 0).index / total;
  return all.map(({ kind, record, x, variance }) => ({
    kind,
    record,
    x,
    points: x * pointsPerX,
    margin90: halfWidth90 * Math.sqrt(variance) * pointsPerX,
    indexWithout: 100 * Math.tanh(total - x),
  }));
}
