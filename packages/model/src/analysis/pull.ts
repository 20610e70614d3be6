import type { Method } from "../method.ts";
import type { Day } from "../day.ts";
import type { SpreadShift } from "./evidence.ts";
import { meanFading } from "./fading.ts";
import type { Shift } from "./shift.ts";

/** One shift of an event, and the share of it that reaches the index. */
export interface Pull {
  shift: Shift;
  /** Factor's share of the weight times what is left of the evidence (or its change). */
  share: number;
}

/**
 * The variance of what one event does to X. Its report is right with one chance, and its attribution with another, for
 * all its effects at once: so its effects stand or fall together. With a = Σ share·u·s of the effects that do not rest
 * on who did it, and b of those that do, Var = G·(a² + 2abp + b²p) − G²·(a + bp)², to which each effect's own coding
 * error adds g·(share·u·σ)². With one chance for all this is METHODS §3's Σ g(1−g)aₑ² + g·bₑ².
 */
export function pullVariance(pulls: readonly Pull[], { step }: Method): number {
  let variance = 0;
  for (const group of Map.groupBy(pulls, ({ shift }) => shift.report).values()) {
    const report = group[0]!.shift.report;
    const attribution = Math.min(...group.map(({ shift }) => shift.attribution));
    let [regardless, attributed, coding] = [0, 0, 0];
    for (const { shift, share } of group) {
      const pull = share * step * shift.steps;
      if (shift.attribution === 1) regardless += pull;
      else attributed += pull;
      coding += share ** 2 * (shift.variance - step ** 2 * shift.weight * (1 - shift.weight) * shift.steps ** 2);
    }
    const square = regardless ** 2 + (2 * regardless + attributed) * attributed * attribution;
    variance += report * square - (report * (regardless + attributed * attribution)) ** 2 + coding;
  }
  return Math.max(0, variance);
}

/**
 * What gathered evidence of one factor does to X from a day (or from nothing) to another, and its variance; events that
 * were gathered are taken one effect at a time, as they are no longer told apart.
 */
export function gatheredPull(
  gathered: readonly SpreadShift[],
  share: number,
  to: Day,
  from = -Infinity,
): { x: number; variance: number } {
  let [x, variance] = [0, 0];
  for (const { start, end, mean, variance: own, halfLifeDays } of gathered) {
    const left = meanFading(start, end, to, halfLifeDays) - meanFading(start, end, from, halfLifeDays);
    x += share * mean * left;
    variance += share ** 2 * own * left ** 2;
  }
  return { x, variance };
}
