import { powerIndices, type PowerIndices } from "./power-index.ts";
import { voteCount, type VotingList } from "./vote.ts";

/** What "pivotal" can mean for the lists that have not declared themselves; lists by id, in the chamber's order. */
export interface Pivotal {
  /** Those that alone close the gap. */
  closing: readonly string[];
  /** Those without which the undecided cannot close it. */
  needed: readonly string[];
  /** The undecided, and how much each decides of what is left: a game of them alone with the votes short as quota. */
  residual: { lists: readonly string[]; power: PowerIndices } | undefined;
}

/**
 * The three meanings of pivotal. METHODS §8. Where the motion is carried or lost whatever the undecided do, no list is
 * pivotal in any of them and there is no residual game. Throws ChamberError as `voteCount` and `powerIndices` do.
 */
export function pivotal(lists: readonly VotingList[], quota: number): Pivotal {
  const { short, undecided, standing } = voteCount(lists, quota);
  if (standing !== "open") return { closing: [], needed: [], residual: undefined };
  const open = lists.filter(({ stance }) => stance === "undecided");
  return {
    closing: open.filter(({ seats }) => seats >= short).map(({ id }) => id),
    needed: open.filter(({ seats }) => undecided - seats < short).map(({ id }) => id),
    residual: {
      lists: open.map(({ id }) => id),
      power: powerIndices([{ quota: short, weights: open.map(({ seats }) => seats) }]),
    },
  };
}
