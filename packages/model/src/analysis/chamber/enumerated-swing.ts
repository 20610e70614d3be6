import type { VotingRule } from "./voting-rule.ts";

/** So few voters have at most 2^24 coalitions, which are gone through one by one in about a second. */
export const mostEnumerated = 24;

/**
 * What `swingsBySize` gives, by going through all coalitions: for few voters of weights too large for a table. Exact.
 * Rules are taken as checked, with at most `mostEnumerated` voters.
 */
export function enumeratedSwings(rules: readonly VotingRule[]): bigint[][] {
  const voters = rules[0]!.weights.length;
  const wins = winningCoalitions(rules);
  const swings = Array.from({ length: voters }, () => new Float64Array(voters));
  for (let coalition = 1; coalition < wins.length; coalition++) {
    if (wins[coalition] === 0) continue;
    const others = bitCount(coalition) - 1;
    for (let rest = coalition; rest > 0; rest &= rest - 1) {
      const voter = 31 - Math.clz32(rest & -rest);
      if (wins[coalition ^ (1 << voter)] === 0) swings[voter]![others]! += 1;
    }
  }
  return swings.map((sizes) => Array.from(sizes, BigInt));
}

/** 1 for every coalition, its voters the bits of its place, that meets all rules. Goes from one to the next by one voter. */
function winningCoalitions(rules: readonly VotingRule[]): Uint8Array {
  const wins = new Uint8Array(2 ** rules[0]!.weights.length);
  const held = rules.map(() => 0);
  let coalition = 0;
  for (let step = 1; step < wins.length; step++) {
    const voter = 31 - Math.clz32(step & -step);
    coalition ^= 1 << voter;
    const joins = (coalition & (1 << voter)) !== 0;
    let meets = true;
    for (let rule = 0; rule < rules.length; rule++) {
      const { quota, weights } = rules[rule]!;
      held[rule]! += joins ? weights[voter]! : -weights[voter]!;
      if (held[rule]! < quota) meets = false;
    }
    if (meets) wins[coalition] = 1;
  }
  return wins;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}
