import type { Problem } from "../../problem.ts";
import { passesFor } from "./exact-count.ts";
import { chamberProblem, inLowestTerms, type VotingRule } from "./voting-rule.ts";

/** Cells of the largest table of counts that is built: 256 MB. */
const mostCells = 2 ** 25;
/** Additions of the longest count that is begun: some seconds. */
const mostAdditions = 2 ** 32;

/** One rule as those who are absent see it. */
interface Axis {
  weights: readonly number[];
  /** The weight that may be absent from a coalition that meets the rule. */
  headroom: number;
  /** Cells from one weight to the next. */
  stride: number;
}

/** What a table of absentees is laid out by: their number first, then their weight under each rule. */
export interface TableShape {
  voters: number;
  axes: readonly Axis[];
  /** Cells for each number of absentees. */
  box: number;
  /** The most voters that can be absent from a winning coalition. */
  mostAbsent: number;
  /** Fewest members that meet every rule that weighs all voters alike; those rules need no axis. */
  fewest: number;
}

/** The shape of the table that counts absentees under some rules, which may be too large to build. */
export function tableShape(rules: readonly VotingRule[]): TableShape {
  const voters = rules[0]!.weights.length;
  const alike = rules.filter(({ weights }) => weights.every((weight) => weight === weights[0]));
  const fewest = alike.reduce((most, { quota, weights }) => Math.max(most, Math.ceil(quota / weights[0]!)), 0);
  const axes: Axis[] = [];
  let box = 1;
  for (const rule of rules.filter((candidate) => !alike.includes(candidate))) {
    const { quota, weights } = inLowestTerms(rule);
    const headroom = weights.reduce((sum, weight) => sum + weight, 0) - quota;
    axes.push({ weights, headroom, stride: box });
    box *= headroom + 1;
  }
  if (axes.length === 0) axes.push({ weights: rules[0]!.weights.map(() => 0), headroom: 0, stride: 1 });
  const mostAbsent = axes.reduce((most, axis) => Math.min(most, mostThatFit(axis)), voters - fewest);
  return { voters, axes, box, mostAbsent, fewest };
}

/** Why a table of counts is not built, with the bound that it is beyond; undefined for one within bounds. */
export function tableProblem(voters: number, cells: number): Problem | undefined {
  if (cells > mostCells)
    return chamberProblem([], `the weights span too many sums to count exactly: expected at most ${mostCells}`, cells);
  const additions = cells * voters * passesFor(voters);
  if (additions > mostAdditions)
    return chamberProblem(
      [],
      `so many voters of such weights take too long to count: expected at most ${mostAdditions} additions`,
      additions,
    );
  return undefined;
}

/**
 * For each number of absentees up to the most, and each weight under each rule up to its headroom, how many sets of
 * voters have that number and at most those weights: dynamic programming over the voters, then sums along each axis.
 */
export function absenteeTable(shape: TableShape, modulus: number): Float64Array {
  const { axes, box, mostAbsent } = shape;
  const [inner, ...outer] = axes as readonly [Axis, ...Axis[]];
  const length = inner.headroom + 1;
  const rows = box / length;
  const table = new Float64Array(box * (mostAbsent + 1));
  table[0] = 1;
  const byWeight = [...inner.weights.keys()].toSorted((a, b) => inner.weights[a]! - inner.weights[b]!);
  /** What the lightest so many voters weigh together. */
  const lightest = [0];
  byWeight.forEach((voter, placed) => {
    const weight = inner.weights[voter]!;
    lightest.push(lightest[placed]! + weight);
    const step = box + axes.reduce((sum, axis) => sum + axis.weights[voter]! * axis.stride, 0);
    const targets = Array.from({ length: rows }, (_, row) => row * length).filter((start) =>
      outer.every(({ weights, headroom, stride }) => Math.floor(start / stride) % (headroom + 1) >= weights[voter]!),
    );
    for (let absent = Math.min(placed + 1, mostAbsent); absent > 0; absent--) {
      const least = lightest[absent - 1]! + weight;
      const most = Math.min(inner.headroom, lightest[placed + 1]! - lightest[placed + 1 - absent]!);
      for (const start of targets) {
        const row = absent * box + start;
        for (let cell = row + least; cell <= row + most; cell++) {
          const sum = table[cell]! + table[cell - step]!;
          table[cell] = sum >= modulus ? sum - modulus : sum;
        }
      }
    }
  });
  for (const axis of axes) sumAlong(table, axis, modulus);
  return table;
}

function sumAlong(table: Float64Array, { headroom, stride }: Axis, modulus: number): void {
  const block = stride * (headroom + 1);
  for (let start = 0; start < table.length; start += block)
    for (let cell = start + stride; cell < start + block; cell++) {
      const sum = table[cell]! + table[cell - stride]!;
      table[cell] = sum >= modulus ? sum - modulus : sum;
    }
}

function mostThatFit({ weights, headroom }: Axis): number {
  let left = headroom;
  return weights.toSorted((a, b) => a - b).filter((weight) => (left -= weight) >= 0).length;
}
