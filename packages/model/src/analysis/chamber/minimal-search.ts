import type { VotingRule } from "./voting-rule.ts";

/** What a search for minimal winning coalitions needs to know at every step. */
export interface MinimalSearch {
  rules: readonly VotingRule[];
  /** All voters in the order in which they are taken. */
  order: readonly number[];
  given: ReadonlySet<number>;
  /** The voters that are not given, in that order. */
  open: readonly number[];
  /** For each rule, the sums of the `count` heaviest and lightest open voters from a place on: `[rule][from][count]`. */
  heaviest: readonly (readonly Float64Array[])[];
  lightest: readonly (readonly Float64Array[])[];
  /** Falls below 0 when the search has used up its steps. */
  stepsLeft: number;
}

/** Prepares a search over voters in an order; the given ones belong to every coalition. Rules are taken as checked. */
export function minimalSearch(
  rules: readonly VotingRule[],
  order: readonly number[],
  given: ReadonlySet<number>,
  mostSteps: number,
): MinimalSearch {
  const open = order.filter((voter) => !given.has(voter));
  const sums = (byWeight: (a: number, b: number) => number) =>
    rules.map(({ weights }) => open.concat(-1).map((_, from) => runningSums(open.slice(from), weights, byWeight)));
  return {
    rules,
    order,
    given,
    open,
    heaviest: sums((a, b) => b - a),
    lightest: sums((a, b) => a - b),
    stepsLeft: mostSteps,
  };
}

/**
 * The minimal winning coalitions of one size, in lexicographic order of the voters' order. A branch ends where even the
 * heaviest to come cannot make it win, and where even the lightest make it win with a member to spare. Ends early once
 * the steps are used up.
 */
export function* coalitionsOfSize(search: MinimalSearch, size: number): Generator<number[]> {
  const { rules, given } = search;
  const held = rules.map(({ weights }) => sumOf(weights, given));
  const spare = [...given].map((voter) => rules.map(({ weights }) => weights[voter]!));
  yield* extended(search, [...given], held, 0, size - given.size, spare);
}

function* extended(
  search: MinimalSearch,
  members: readonly number[],
  held: readonly number[],
  from: number,
  missing: number,
  spare: readonly (readonly number[])[],
): Generator<number[]> {
  const { rules, order, open, heaviest, lightest } = search;
  const wins = (sum: (rule: number) => number) => rules.every(({ quota }, rule) => sum(rule) >= quota);
  if (missing === 0) {
    const own = (voter: number) => (rule: number) => held[rule]! - rules[rule]!.weights[voter]!;
    if (wins((rule) => held[rule]!) && !members.some((voter) => wins(own(voter))))
      yield order.filter((voter) => members.includes(voter));
    return;
  }
  for (let place = from; place + missing <= open.length; place++) {
    if (--search.stepsLeft < 0) return;
    if (!wins((rule) => held[rule]! + heaviest[rule]![place]![missing]!)) return;
    const least = (rule: number) => held[rule]! + lightest[rule]![place]![missing]!;
    if (spare.some((weights) => wins((rule) => least(rule) - weights[rule]!))) return;
    const voter = open[place]!;
    const next = rules.map(({ weights }, rule) => held[rule]! + weights[voter]!);
    if (missing > 1 && wins((rule) => next[rule]! + lightest[rule]![place + 1]![missing - 2]!)) continue;
    yield* extended(search, [...members, voter], next, place + 1, missing - 1, spare);
    if (search.stepsLeft < 0) return;
  }
}

function runningSums(
  voters: readonly number[],
  weights: readonly number[],
  byWeight: (a: number, b: number) => number,
): Float64Array {
  const sums = new Float64Array(voters.length + 1);
  const sorted = voters.map((voter) => weights[voter]!).toSorted(byWeight);
  sorted.forEach((weight, i) => (sums[i + 1] = sums[i]! + weight));
  return sums;
}

function sumOf(weights: readonly number[], voters: Iterable<number>): number {
  let sum = 0;
  for (const voter of voters) sum += weights[voter]!;
  return sum;
}
