import type { FactorId } from "../../factor.ts";
import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { notchRange } from "./coding.ts";
import type { IndexCoding, IndexLevers } from "./index-lever.ts";
import { fewestItems, hullSteps, type KnapsackGroup } from "./knapsack.ts";
import { reportGroup } from "./report-group.ts";

/** One coded value, moved by one notch. */
export interface Move {
  coding: IndexCoding;
  notches: 1 | -1;
}

/** The fewest coded values that, each moved by one notch, together turn the sign of the index. */
export interface JointFlip {
  moves: readonly Move[];
  /** False where the search came to one of its bounds: fewer may do. */
  exact: boolean;
}

/** Weights doubled (1) or halved (−1), by factor. */
export type Doublings = ReadonlyMap<FactorId, 1 | -1>;

/** What belongs together in Σ w·x, and the best that so many moves within it do, given the weights. */
export interface MoveGroup {
  /** Only these weights bear on it. */
  factors: readonly FactorId[];
  /** False where better choices within the group may have been passed over. */
  exact: boolean;
  /** Gains towards the other side by number of moves, from 0, and the moves behind each. */
  gains: (doublings: Doublings) => readonly { gain: number; moves: readonly Move[] }[];
}

/** Choices of weights looked at before the search is given up. */
const mostWeightChoices = 20_000;

/**
 * The fewest one-notch moves that together turn the sign of the index. Undefined at parity, without an index, and where
 * not even all of them do. Given a choice of weights, what the rest adds to Σ w·x is a sum over groups that do not touch
 * (a baseline; the effects and citations of one report), so the best k moves are a knapsack over them, exact; choices of
 * weights are tried fewest first, and left where even the largest gains could not do better. METHODS §9 (a).
 */
export function jointFlip(balance: Balance, levers: IndexLevers): JointFlip | undefined {
  const side = Math.sign(levers.sum);
  if (side === 0) return undefined;
  const toward = -side as 1 | -1;
  const apart = [
    ...baselineGroups(balance, levers, toward),
    ...levers.groups.map((group) => reportGroup(balance, group, toward)),
  ];
  const groups = apart.map(remembered);
  const weights = weightMoves(balance, levers);
  let best: readonly Move[] | undefined;
  let left = mostWeightChoices;
  for (let size = 0; size <= weights.length && (!best || size < best.length); size++) {
    for (const chosen of choices(weights, size)) {
      if (left-- === 0) return best && { moves: best, exact: false };
      const doublings: Doublings = new Map(chosen.map(({ coding, notches }) => [coding.factor, notches]));
      const items = groups.map((group) => group(doublings));
      const found = fewestItems(items, needed(levers, doublings, side), best ? best.length - 1 - size : Infinity);
      if (found) best = [...chosen, ...found.flatMap((count, i) => items[i]!.moves[count]!)];
    }
  }
  return best && { moves: best, exact: apart.every(({ exact }) => exact) };
}

/** How far Σ w·x is from parity, towards the side it lies on, once some weights are doubled or halved. */
function needed({ factors }: IndexLevers, doublings: Doublings, side: number): number {
  return side * factors.reduce((sum, { factor, weight, x }) => sum + weight * 2 ** (doublings.get(factor) ?? 0) * x, 0);
}

type WeightMove = Move & { coding: { kind: "weight" } };

function weightMoves({ study }: Balance, { factors }: IndexLevers): WeightMove[] {
  return factors.flatMap(({ factor }) => {
    const coding = { kind: "weight" as const, factor };
    const { down, up } = notchRange(study, coding);
    return [
      ...(up > 0 ? [{ coding, notches: 1 as const }] : []),
      ...(down > 0 ? [{ coding, notches: -1 as const }] : []),
    ];
  });
}

/** All ways to choose some weight moves, no factor twice. */
function* choices(from: readonly WeightMove[], size: number, start = 0): Generator<readonly WeightMove[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = start; i <= from.length - size; i++)
    for (const rest of choices(from, size - 1, i + 1))
      if (rest[0]?.coding.factor !== from[i]!.coding.factor) yield [from[i]!, ...rest];
}

function baselineGroups({ study }: Balance, { factors }: IndexLevers, toward: 1 | -1): MoveGroup[] {
  const { step } = methodOf(study);
  return factors.flatMap(({ factor, weight }): MoveGroup[] => {
    const coding = { kind: "baseline" as const, factor };
    const { down, up } = notchRange(study, coding);
    if ((toward > 0 ? up : down) === 0) return [];
    const gains: MoveGroup["gains"] = (doublings) => [
      { gain: 0, moves: [] },
      { gain: step * weight * 2 ** (doublings.get(factor) ?? 0), moves: [{ coding, notches: toward }] },
    ];
    return [{ factors: [factor], exact: true, gains }];
  });
}

/** A group's gains as the knapsack takes them, worked out once for each choice of the weights that bear on it. */
function remembered({
  factors,
  gains,
}: MoveGroup): (doublings: Doublings) => KnapsackGroup & { moves: readonly (readonly Move[])[] } {
  const known = new Map<number, ReturnType<ReturnType<typeof remembered>>>();
  return (doublings) => {
    const key = factors.reduce((all, factor) => 3 * all + 1 + (doublings.get(factor) ?? 0), 0);
    let group = known.get(key);
    if (!group) {
      const all = gains(doublings);
      const values = all.map(({ gain }) => gain);
      group = { gains: values, steps: hullSteps(values), moves: all.map(({ moves }) => moves) };
      known.set(key, group);
    }
    return group;
  };
}
