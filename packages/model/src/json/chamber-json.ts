import type { Case } from "../case.ts";
import {
  blocking,
  carrying,
  countJson,
  minimalWinning,
  pivotal,
  powerIndices,
  powerIndicesJson,
  voteCount,
  type Joining,
  type MinimalWinning,
  type VotingRule,
} from "../analysis/chamber/index.ts";

/** The case's vote as it travels: power, declared votes, who is pivotal, who must join or refuse. Null without a motion. */
export function chamberJson({ case: { motion }, chamber: lists }: Case, including: readonly string[] = []) {
  if (!motion) return { shapleyShubik: null, banzhaf: null, penrose: null, swings: null, vote: null };
  const { closing, needed, residual } = pivotal(lists, motion.quota);
  return {
    ...powerIndicesJson(powerIndices([{ quota: motion.quota, weights: lists.map(({ seats }) => seats) }])),
    lists: lists.map(({ id, seats, stance }) => ({ id, seats, stance })),
    vote: voteCount(lists, motion.quota),
    pivotal: {
      closing,
      needed,
      residual: residual ? { lists: residual.lists, ...powerIndicesJson(residual.power) } : null,
    },
    carrying: joiningJson(carrying(lists, motion.quota, { including })),
    blocking: joiningJson(blocking(lists, motion.quota, { including })),
  };
}

/** The power and the minimal winning coalitions of some rules, as they travel; voters by place. */
export function rulesJson(rules: readonly VotingRule[], including: readonly number[] = []) {
  const coalitions = minimalWinning(rules, { including });
  return {
    ...powerIndicesJson(powerIndices(rules)),
    minimalWinning: { ...coalitions, ...countsJson(coalitions), cut: coalitions.cut ?? null },
  };
}

function joiningJson(join: Joining) {
  return { ...join, ...countsJson(join), cut: join.cut ?? null };
}

function countsJson({ counts }: Pick<MinimalWinning, "counts">) {
  if (!counts) return { count: null, counts: null };
  return { count: countJson(counts.reduce((sum, count) => sum + count, 0n)), counts: counts.map(countJson) };
}
