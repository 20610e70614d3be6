import { minimalWinning, type MinimalWinningOptions } from "./minimal-winning.ts";
import { seatsOf, voteCount, type VotingList } from "./vote.ts";
import { chamberProblem, ChamberError } from "./voting-rule.ts";

/** Lists that join one side together, heaviest first, and their seats. */
export interface Joiners {
  lists: readonly string[];
  seats: number;
}

/** Who must join a side for it to have its way: all coalitions, unless `cut` says what stopped the list. */
export interface Joining {
  side: "for" | "against";
  /** Seats the side needs to have its way. */
  target: number;
  /** Seats declared for the side. */
  held: number;
  /** Seats still needed; 0 where the side has its way already. */
  short: number;
  /** Seats that might still join: the undecided, and lists asked for by name that are declared on the other side. */
  open: number;
  /** Lists asked for by name that are not declared on the side yet. */
  including: Joiners;
  /** Whether it has its way already, may get it, or cannot. */
  reach: "there" | "within" | "beyond";
  /** Those that bring the side there and of whom none can be spared; fewest lists first, then heaviest first. */
  coalitions: readonly Joiners[];
  /** How many coalitions there are by number of lists, from 0 up; undefined where they could not be counted. */
  counts: readonly bigint[] | undefined;
  cut: "coalitions" | "steps" | undefined;
}

export interface JoiningOptions extends Pick<MinimalWinningOptions, "most" | "mostSteps"> {
  /** Ids of lists that every coalition must have; one declared on the other side is taken to change sides. */
  including?: readonly string[];
}

/**
 * Who must join those declared for a motion to carry it. Throws ChamberError as `voteCount` does and for a list that
 * there is not. METHODS §8.
 */
export function carrying(lists: readonly VotingList[], quota: number, options: JoiningOptions = {}): Joining {
  return joining(lists, quota, "for", options);
}

/**
 * Who must vote against a motion, or stay away, with those declared against it, to block it: enough that the rest lack
 * the quota. Throws ChamberError as `voteCount` does and for a list that there is not. METHODS §8.
 */
export function blocking(lists: readonly VotingList[], quota: number, options: JoiningOptions = {}): Joining {
  return joining(lists, quota, "against", options);
}

function joining(
  lists: readonly VotingList[],
  quota: number,
  side: Joining["side"],
  { including = [], ...caps }: JoiningOptions,
): Joining {
  const count = voteCount(lists, quota);
  const strangers = including.filter((id) => !lists.some((list) => list.id === id));
  if (strangers.length > 0)
    throw new ChamberError(strangers.map((id) => chamberProblem(["including"], "unknown list", id)));
  const target = side === "for" ? quota : count.members - quota + 1;
  const held = count[side];
  const short = Math.max(0, target - held);
  const open = lists.filter(({ id, stance }) => stance === "undecided" || (stance !== side && including.includes(id)));
  const asked = open.filter(({ id }) => including.includes(id));
  const seats = seatsOf(open);
  const base = { side, target, held, short, open: seats, including: joiners(asked) };
  if (short === 0 || short > seats)
    return { ...base, reach: short === 0 ? "there" : "beyond", coalitions: [], counts: [], cut: undefined };
  const weights = open.map((list) => list.seats);
  const places = asked.map((list) => open.indexOf(list));
  const { coalitions, counts, cut } = minimalWinning([{ quota: short, weights }], { ...caps, including: places });
  const named = coalitions.map((coalition) => joiners(coalition.map((place) => open[place]!)));
  return { ...base, reach: "within", coalitions: named, counts, cut };
}

function joiners(lists: readonly VotingList[]): Joiners {
  return { lists: lists.map(({ id }) => id), seats: seatsOf(lists) };
}
