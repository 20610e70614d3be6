import { absenteeTable, tableProblem, tableShape, type TableShape } from "./absentee-table.ts";
import { enumeratedSwings, mostEnumerated } from "./enumerated-swing.ts";
import { exactCounts } from "./exact-count.ts";
import { ChamberError, type VotingRule } from "./voting-rule.ts";

/**
 * For every voter, how many coalitions of each number of other members it swings: without it they fail some rule, with
 * it they meet all. Exact. A coalition wins when those absent from it are light enough under every rule, so the sets of
 * absentees are counted, by number and weight; voters of equal weights are worked out once. Where the table would be too
 * large, up to 24 voters are enumerated; for more it throws ChamberError. Rules are taken as checked.
 */
export function swingsBySize(rules: readonly VotingRule[]): bigint[][] {
  const shape = tableShape(rules);
  const { voters, axes } = shape;
  const problem = tableProblem(voters, shape.box * (shape.mostAbsent + 1));
  if (problem && voters <= mostEnumerated) return enumeratedSwings(rules);
  if (problem) throw new ChamberError([problem]);
  const weightsOf = (voter: number) => axes.map((axis) => axis.weights[voter]!);
  const keys = Array.from({ length: voters }, (_, voter) => weightsOf(voter).join());
  const kinds = new Map(keys.map((key, voter) => [key, weightsOf(voter)]));
  const counts = exactCounts(voters, (modulus) => {
    const table = absenteeTable(shape, modulus);
    const swings = new Float64Array(kinds.size * voters);
    [...kinds.values()].forEach((weights, kind) =>
      putSwings(swings.subarray(kind * voters, (kind + 1) * voters), weights, table, shape, modulus),
    );
    return swings;
  });
  const byKind = new Map([...kinds.keys()].map((key, kind) => [key, counts.slice(kind * voters, (kind + 1) * voters)]));
  return keys.map((key) => byKind.get(key)!);
}

/**
 * The swings of a voter, by the number of other members. Sets of absentees that leave the voter out are those of the
 * table less those with it, which in turn are sets without it of one fewer and its weight less, and so on down.
 */
function putSwings(
  swings: Float64Array,
  weights: readonly number[],
  table: Float64Array,
  { voters, axes, box, mostAbsent, fewest }: TableShape,
  modulus: number,
): void {
  const corner = axes.reduce((cell, { headroom, stride }) => cell + headroom * stride, 0);
  const step = axes.reduce((cell, { stride }, i) => cell + weights[i]! * stride, 0);
  const deepest = axes.reduce(
    (least, { headroom }, i) => (weights[i]! > 0 ? Math.min(least, Math.floor(headroom / weights[i]!)) : least),
    mostAbsent + 1,
  );
  /** Whoever is absent with the voter present, and with it absent as well, and the others win all the same. */
  const present = new Float64Array(mostAbsent + 1);
  const spared = new Float64Array(mostAbsent + 1);
  for (let diagonal = 0; diagonal <= mostAbsent + 1; diagonal++) {
    let sets = 0;
    for (let absent = Math.max(0, diagonal - deepest); absent <= Math.min(diagonal, mostAbsent); absent++) {
      const times = diagonal - absent;
      sets = table[absent * box + corner - times * step]! - sets;
      if (sets < 0) sets += modulus;
      if (times === 0) present[absent] = sets;
      if (times === 1) spared[absent] = sets;
    }
  }
  for (let absent = 0; absent <= Math.min(mostAbsent, voters - 1); absent++) {
    const others = voters - 1 - absent;
    const swung = present[absent]! - (others >= fewest ? spared[absent]! : 0);
    swings[others] = swung < 0 ? swung + modulus : swung;
  }
}
