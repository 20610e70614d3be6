import * as fc from "fast-check";
import type { VotingRule } from "../../../src/analysis/chamber/index.ts";

/** Whether the voters whose bits are set meet every rule. */
export function wins(rules: readonly VotingRule[], coalition: number): boolean {
  return rules.every(
    ({ quota, weights }) =>
      weights.reduce((sum, weight, voter) => (coalition & (1 << voter) ? sum + weight : sum), 0) >= quota,
  );
}

/** Every coalition of a small chamber, as bits. */
export function coalitionsOf(rules: readonly VotingRule[]): number[] {
  return [...Array(2 ** rules[0]!.weights.length).keys()];
}

/** Voters of a coalition given as bits. */
export function membersOf(coalition: number): number[] {
  return [...Array(31).keys()].filter((voter) => coalition & (1 << voter));
}

/** Coalitions that win and lose with any member gone, as bits. */
export function minimalByEnumeration(rules: readonly VotingRule[]): number[] {
  return coalitionsOf(rules).filter(
    (coalition) =>
      wins(rules, coalition) && membersOf(coalition).every((voter) => !wins(rules, coalition ^ (1 << voter))),
  );
}

/** Swings of every voter, one coalition after another. */
export function swingsByEnumeration(rules: readonly VotingRule[]): bigint[] {
  const winning = coalitionsOf(rules).map((coalition) => wins(rules, coalition));
  return rules[0]!.weights.map((_, voter) => {
    const bit = 1 << voter;
    return BigInt(winning.filter((won, coalition) => won && coalition & bit && !winning[coalition ^ bit]).length);
  });
}

/** Shapley–Shubik index of every voter: each swing weighs as many orders as put just those members before the voter. */
export function shapleyByEnumeration(rules: readonly VotingRule[]): number[] {
  const voters = rules[0]!.weights.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const winning = coalitionsOf(rules).map((coalition) => wins(rules, coalition));
  return rules[0]!.weights.map((_, voter) =>
    winning.reduce((share, won, coalition) => {
      if (!won || !(coalition & (1 << voter)) || winning[coalition ^ (1 << voter)]) return share;
      const before = membersOf(coalition).length - 1;
      return share + (factorial(before) * factorial(voters - before - 1)) / factorial(voters);
    }, 0),
  );
}

/** One or two rules of one chamber, weights of 0 included, every quota from 1 to all. */
export function someRules(maxVoters: number, maxWeight = 9): fc.Arbitrary<VotingRule[]> {
  const rule = (voters: number) =>
    fc
      .array(fc.integer({ min: 0, max: maxWeight }), { minLength: voters, maxLength: voters })
      .filter((weights) => weights.some((weight) => weight > 0))
      .chain((weights) =>
        fc
          .integer({ min: 1, max: weights.reduce((sum, weight) => sum + weight, 0) })
          .map((quota): VotingRule => ({ quota, weights })),
      );
  return fc
    .integer({ min: 1, max: maxVoters })
    .chain((voters) => fc.array(rule(voters), { minLength: 1, maxLength: 2 }));
}
