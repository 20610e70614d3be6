import type { FactorId } from "../../factor.ts";
import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { notchRange } from "./coding.ts";
import type { IndexLevers } from "./index-lever.ts";
import type { Move } from "./joint-flip.ts";
import { hullSteps } from "./knapsack.ts";
import { reportGroup } from "./report-group.ts";

/** A weight doubled or halved. */
export type WeightMove = Move & { coding: { kind: "weight" } };

/** The moves of one factor's weight that can help, and the most that any of them adds to Σ w·x. */
export interface WeightWorth {
  factor: FactorId;
  moves: readonly WeightMove[];
  most: number;
}

/** Every weight that there is room to double or halve. */
export function weightMoves({ study }: Balance, { factors }: Pick<IndexLevers, "factors">): WeightMove[] {
  return factors.flatMap(({ factor }) => {
    const coding = { kind: "weight" as const, factor };
    const { down, up } = notchRange(study, coding);
    return [
      ...(up > 0 ? [{ coding, notches: 1 as const }] : []),
      ...(down > 0 ? [{ coding, notches: -1 as const }] : []),
    ];
  });
}

/**
 * The most that moving each weight can add to Σ w·x towards the other side, whatever up to `others` further moves are
 * made: doubled, the factor's pull and the best those moves do for it once more; halved, half of what it pulls the other
 * way. The largest first; factors whose weight never helps are left out.
 */
export function weightWorth(balance: Balance, levers: IndexLevers, toward: 1 | -1, others: number): WeightWorth[] {
  const { step } = methodOf(balance.study);
  const movesOf = Map.groupBy(weightMoves(balance, levers), ({ coding }) => coding.factor);
  const most = (steps: readonly number[]) =>
    steps
      .toSorted((a, b) => b - a)
      .slice(0, Math.max(0, others))
      .reduce((sum, gain) => sum + Math.max(0, gain), 0);
  return levers.factors
    .flatMap(({ factor, weight, x }): WeightWorth[] => {
      const [helping, hurting] = [[step * weight], [] as number[]];
      for (const group of levers.groups) {
        const own = group.levers.filter(({ shift }) => shift.factor === factor);
        if (own.length === 0) continue;
        const alone = { ...group, levers: own };
        const steps = (way: 1 | -1) =>
          hullSteps(
            reportGroup(balance, alone, way)
              .gains(new Map())
              .map(({ gain }) => gain),
          );
        helping.push(...steps(toward));
        if (group.levers.length > 1) hurting.push(...steps(-toward as 1 | -1));
      }
      const pull = toward * weight * x;
      const added = (notches: number) => (notches > 0 ? pull + most(helping) : (most(hurting) - pull) / 2);
      const moves = (movesOf.get(factor) ?? []).filter(({ notches }) => added(notches) > 0);
      return moves.length === 0
        ? []
        : [{ factor, moves, most: Math.max(...moves.map(({ notches }) => added(notches))) }];
    })
    .toSorted((a, b) => b.most - a.most);
}
