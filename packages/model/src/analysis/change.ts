import type { Day } from "../day.ts";
import type { EventId } from "../event.ts";
import { halfWidth90 } from "./band.ts";
import type { Weighting } from "./balance-index.ts";
import { methodOf } from "./default-method.ts";
import { meanFading } from "./fading.ts";
import type { Balance } from "./balance.ts";
import { gatheredPull, pullVariance } from "./pull.ts";

/** What one event did to X between two days. */
export interface ChangePart {
  event: EventId;
  x: number;
  sd: number;
  /** True where the event put any evidence between the two days; false where its older evidence only faded. */
  fresh: boolean;
}

/** How far X moved between two days, from the events alone: the baseline cancels. */
export interface Change {
  from: Day;
  to: Day;
  x: number;
  sd: number;
  /** Half the width of the 90 % band of x. */
  margin90: number;
  /** All events that moved X, freshest first by size. */
  parts: ChangePart[];
  /** What gathered evidence did to X. */
  gathered: number;
}

/** The change of X between two days, with its own band: ΔX = Σ g·aₑ, var = Σ g(1−g)aₑ² + g·bₑ². METHODS §3. */
export function change(
  { study, shifts, gathered }: Pick<Balance, "study" | "shifts" | "gathered">,
  weights: Weighting,
  from: Day,
  to: Day,
): Change {
  const method = methodOf(study);
  const shareOf = new Map(weights.shares.map(({ factor, share }) => [factor, share]));
  let variance = 0;
  const parts = [...Map.groupBy(shifts, ({ event }) => event)].flatMap(([event, own]): ChangePart[] => {
    const pulls = own.map((shift) => {
      const left = (day: Day) => meanFading(shift.start, shift.end, day, shift.halfLifeDays);
      return { shift, share: shareOf.get(shift.factor)! * (left(to) - left(from)) };
    });
    const x = pulls.reduce((sum, { shift, share }) => sum + share * shift.mean, 0);
    const own2 = pullVariance(pulls, method);
    if (x === 0 && own2 === 0) return [];
    variance += own2;
    return [{ event, x, sd: Math.sqrt(own2), fresh: own.some(({ start, end }) => start <= to && end > from) }];
  });
  parts.sort((a, b) => Number(b.fresh) - Number(a.fresh) || Math.abs(b.x) - Math.abs(a.x));
  let others = 0;
  for (const [factor, own] of Map.groupBy(gathered, (shift) => shift.factor)) {
    const pull = gatheredPull(own, shareOf.get(factor) ?? 0, to, from);
    others += pull.x;
    variance += pull.variance;
  }
  const sd = Math.sqrt(variance);
  const x = parts.reduce((sum, part) => sum + part.x, others);
  return { from, to, x, sd, margin90: halfWidth90 * sd, parts, gathered: others };
}
