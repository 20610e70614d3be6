import { tableProblem } from "./absentee-table.ts";
import { exactCounts } from "./exact-count.ts";
import { inLowestTerms, type VotingRule } from "./voting-rule.ts";

/**
 * How many minimal winning coalitions of each number of members one rule has, from 0 members up; only those with all
 * the given voters. Exact. Taken heaviest first, a coalition is minimal when it wins with its last member and not
 * before, so each is counted at its last member. The rule is taken as checked. Undefined
 * where the table would be too large.
 */
export function minimalWinningCounts(
  rule: VotingRule,
  including: ReadonlySet<number> = new Set(),
): bigint[] | undefined {
  const { quota, weights } = inLowestTerms(rule);
  const voters = weights.length;
  if (tableProblem(voters, quota * (voters + 1))) return undefined;
  const order = heaviestFirst(weights);
  const lastGiven = order.findLastIndex((voter) => including.has(voter));
  return exactCounts(voters, (modulus) => {
    const add = (a: number, b: number) => (a + b >= modulus ? a + b - modulus : a + b);
    const counts = new Float64Array(voters + 1);
    /** Sets of the voters taken so far that lose, by number and weight; all given voters so far are in. */
    const losing = new Float64Array(quota * (voters + 1));
    losing[0] = 1;
    order.forEach((voter, taken) => {
      const weight = weights[voter]!;
      for (let size = taken; size >= 0; size--) {
        const row = size * quota;
        if (taken >= lastGiven)
          for (let short = Math.max(0, quota - weight); short < quota; short++)
            counts[size + 1] = add(counts[size + 1]!, losing[row + short]!);
        for (let sum = quota - 1 - weight; sum >= 0; sum--) {
          const cell = row + quota + sum + weight;
          losing[cell] = add(losing[cell]!, losing[row + sum]!);
        }
        if (including.has(voter)) losing.fill(0, row, row + quota);
      }
    });
    return counts;
  });
}

/** Voters by falling weight; those of equal weight in their own order. */
export function heaviestFirst(weights: readonly number[]): number[] {
  return [...weights.keys()].toSorted((a, b) => weights[b]! - weights[a]!);
}
