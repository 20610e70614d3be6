import type { Problem } from "../../problem.ts";
import type { ChamberCount } from "./chamber-count.ts";
import { chamberProblem, ChamberError } from "./voting-rule.ts";

/** A list with seats in a chamber, and where it stands on the motion. */
export interface VotingList {
  id: string;
  /** A whole number from 0. */
  seats: number;
  stance: "for" | "against" | "undecided";
}

/**
 * Where the declared lists leave a motion: carried whatever the undecided do, lost whatever they do, or open. The quota
 * is of members, so who stays away counts against.
 */
export type Standing = "carried" | "open" | "lost";

/** The declared votes, in seats, and what they leave open. */
export interface VoteCount extends ChamberCount {
  standing: Standing;
}

/**
 * How the chamber stands on a motion that needs `quota` of its members. METHODS §8. Throws ChamberError, with every
 * problem, for an empty chamber, seats that are no whole numbers, an id used twice, and a quota that everybody meets
 * (below 1) or nobody does (above all seats).
 */
export function voteCount(lists: readonly VotingList[], quota: number): VoteCount {
  checkVote(lists, quota);
  const seats = (stance: VotingList["stance"]) => seatsOf(lists.filter((list) => list.stance === stance));
  const count = { for: seats("for"), against: seats("against"), undecided: seats("undecided") };
  const short = Math.max(0, quota - count.for);
  const standing = short === 0 ? "carried" : short > count.undecided ? "lost" : "open";
  return { quota, members: seatsOf(lists), ...count, short, standing };
}

/** The seats of some lists together, a whole number from 0. The lists are taken as checked. METHODS §8. */
export function seatsOf(lists: readonly VotingList[]): number {
  return lists.reduce((sum, list) => sum + list.seats, 0);
}

function checkVote(lists: readonly VotingList[], quota: number): void {
  const problems: Problem[] = [];
  if (lists.length === 0) problems.push(chamberProblem(["lists"], "expected at least one list"));
  const seen = new Set<string>();
  lists.forEach(({ id, seats }, i) => {
    if (seen.has(id)) problems.push(chamberProblem(["lists", i, "id"], "id already used", id));
    seen.add(id);
    if (!Number.isSafeInteger(seats) || seats < 0)
      problems.push(chamberProblem(["lists", i, "seats"], "expected a whole number from 0", seats));
  });
  const members = seatsOf(lists);
  if (!Number.isSafeInteger(quota)) problems.push(chamberProblem(["quota"], "expected a whole number", quota));
  else if (quota < 1) problems.push(chamberProblem(["quota"], "expected at least 1, as everybody meets less", quota));
  else if (lists.length > 0 && quota > members)
    problems.push(chamberProblem(["quota"], `expected at most ${members}, as nobody meets more`, quota));
  if (problems.length > 0) throw new ChamberError(problems);
}
