import type { FactorId } from "../../factor.ts";
import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { finish, type Task } from "../task.ts";
import { notchRange } from "./coding.ts";
import type { IndexCoding, IndexLevers } from "./index-lever.ts";
import { fewestItems, hullSteps, leastItems, type KnapsackGroup } from "./knapsack.ts";
import { reportGroup } from "./report-group.ts";
import { turningWeights } from "./turning-weights.ts";
import { weightMoves, weightWorth, type WeightMove } from "./weight-worth.ts";

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

/**
 * Why there is no such set: the index is at parity; not even all the moves together turn its sign; or none was found
 * before the search for one was given up, which shows nothing.
 */
export type NoJointFlip = "at-parity" | "not-even-all" | "not-found";

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

/** Choices of weights looked at before the search is given up: less than a second for 20 factors and 200 events. */
const mostWeightChoices = 20_000;
const pauseEvery = 64;

/** The fewest moves in one go, as {@link jointFlipTask} finds them: METHODS §9 (a). */
export function jointFlip(balance: Balance, levers: IndexLevers): JointFlip | NoJointFlip {
  return finish(jointFlipTask(balance, levers));
}

/**
 * The fewest one-notch moves that together turn the sign of the index, or why there are none. First a set that does, from
 * all moves towards the other side, thinned out one weight at a time; then every choice of weights that could do better,
 * by branch and bound. Given the weights, what the rest adds to Σ w·x is a sum over groups that do not touch (a baseline;
 * the effects and citations of one report), so the best k moves are a knapsack over them, exact. A weight not chosen yet
 * counts at the most that moving it can add. Where the bound on choices is met the fewest found are given, `exact` false.
 * Progress counts choices of weights. METHODS §9 (a).
 */
export function* jointFlipTask(balance: Balance, levers: IndexLevers): Task<JointFlip | NoJointFlip> {
  const side = Math.sign(levers.sum);
  if (side === 0) return "at-parity";
  const toward = -side as 1 | -1;
  const turning = turningWeights(balance, levers, toward);
  if (typeof turning === "string") return turning;
  const apart = [
    ...baselineGroups(balance, levers, toward),
    ...levers.groups.map((group) => reportGroup(balance, group, toward)),
  ];
  const groups = apart.map((group) => ({ factors: new Set(group.factors), gains: remembered(group) }));
  const choiceOf = (weights: readonly WeightMove[]): WeightChoice => {
    const doublings: Doublings = new Map(weights.map(({ coding, notches }) => [coding.factor, notches]));
    return { weights, items: groups.map(({ gains }) => gains(doublings)), need: needed(levers, doublings, side) };
  };
  const withMove = ({ weights, items }: WeightChoice, move: WeightMove): WeightChoice => {
    const all = [...weights, move];
    const doublings: Doublings = new Map(all.map(({ coding, notches }) => [coding.factor, notches]));
    return {
      weights: all,
      items: items.map((item, i) => (groups[i]!.factors.has(move.coding.factor) ? groups[i]!.gains(doublings) : item)),
      need: needed(levers, doublings, side),
    };
  };

  let best = thinned(turning, weightMoves(balance, levers), choiceOf);
  if (!best) return "not-even-all";
  const worth = weightWorth(balance, levers, toward, best.length - 2);
  const open = worth.map(({ most }): KnapsackGroup => ({ gains: [0, most], steps: [most] }));
  let choices = 0;
  let cut = false;

  function* visit(choice: WeightChoice, from: number): Task<void> {
    if (++choices > mostWeightChoices) {
      cut = true;
      return;
    }
    if (choices % pauseEvery === 0) yield { count: choices, share: choices / mostWeightChoices };
    best = movesWithin(choice, best!.length - 1) ?? best;
    const { weights, items, need } = choice;
    for (let i = from; i < worth.length && !cut; i++) {
      const room = best!.length - 1 - weights.length;
      if (room < 1 || (need >= 0 && leastItems([...items, ...open.slice(i)], need, room) === undefined)) return;
      for (const move of worth[i]!.moves) yield* visit(withMove(choice, move), i + 1);
    }
  }
  yield* visit(choiceOf([]), 0);
  return { moves: best, exact: !cut && apart.every(({ exact }) => exact) };
}

/** A choice of weights: what each group then gains, and what is needed of them all to pass parity. */
interface WeightChoice {
  weights: readonly WeightMove[];
  items: readonly (KnapsackGroup & { moves: readonly (readonly Move[])[] })[];
  need: number;
}

/** The fewest moves that turn the sign with a choice of weights; undefined where that takes more than `most`. */
function movesWithin({ weights, items, need }: WeightChoice, most: number): readonly Move[] | undefined {
  const counts = fewestItems(items, need, most - weights.length);
  return counts && [...weights, ...counts.flatMap((count, i) => items[i]!.moves[count]!)];
}

/** From weights that turn the sign, and from none, one weight at a time put in, taken out or turned round while it helps. */
function thinned(
  turning: readonly WeightMove[],
  moves: readonly WeightMove[],
  choiceOf: (weights: readonly WeightMove[]) => WeightChoice,
): readonly Move[] | undefined {
  let best: readonly Move[] | undefined;
  for (const start of [turning, []]) {
    let weights = start;
    let held = movesWithin(choiceOf(weights), Infinity);
    for (let better = held; better;) {
      held = better;
      better = undefined;
      const from = weights;
      for (const move of moves) {
        const others = from.filter(({ coding }) => coding.factor !== move.coding.factor);
        for (const next of from.includes(move) ? [others] : [[...others, move]]) {
          const found = movesWithin(choiceOf(next), (better ?? held).length - 1);
          if (found) [better, weights] = [found, next];
        }
      }
    }
    if (held && held.length < (best?.length ?? Infinity)) best = held;
  }
  return best;
}

/** How far Σ w·x is from parity, towards the side it lies on, once some weights are doubled or halved. */
function needed({ factors }: IndexLevers, doublings: Doublings, side: number): number {
  return side * factors.reduce((sum, { factor, weight, x }) => sum + weight * 2 ** (doublings.get(factor) ?? 0) * x, 0);
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
  const known = new Map<string, ReturnType<ReturnType<typeof remembered>>>();
  return (doublings) => {
    const key = factors.map((factor) => doublings.get(factor) ?? 0).join();
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
