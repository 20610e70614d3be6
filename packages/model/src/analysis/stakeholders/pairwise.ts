import { fractionNumber } from "../fraction.ts";
import type { Load, Weighing } from "./weighing.ts";

/** Two positions put to the vote against each other: the weight (capability × salience) nearer to each. */
export interface PairwiseContest {
  /** The lower position. */
  a: number;
  b: number;
  forA: number;
  forB: number;
  /** Weight of those exactly half-way between. */
  neither: number;
}

/** Every two positions that are held against each other, lower ones first: actors prefer the nearer one. Black (1948). */
export function pairwiseContests({ loads, positionScale, weightScale }: Weighing): PairwiseContest[] {
  const held = heldPositions(loads);
  const below = [0n];
  for (const { weight } of held) below.push(below.at(-1)! + weight);
  const position = (units: bigint) => fractionNumber({ numerator: units, denominator: positionScale });
  const weight = (units: bigint) => fractionNumber({ numerator: units, denominator: weightScale });
  return held.flatMap(({ position: a }, first) => {
    let nearer = first;
    return held.slice(first + 1).map(({ position: b }): PairwiseContest => {
      while (2n * held[nearer]!.position < a + b) nearer++;
      const halfway = 2n * held[nearer]!.position === a + b ? held[nearer]!.weight : 0n;
      const forA = below[nearer]!;
      const forB = below.at(-1)! - forA - halfway;
      return { a: position(a), b: position(b), forA: weight(forA), forB: weight(forB), neither: weight(halfway) };
    });
  });
}

/** Each position once, rising, with all the weight on it. */
function heldPositions(loads: readonly Load[]): Load[] {
  const weights = new Map<bigint, bigint>();
  for (const { position, weight } of loads) weights.set(position, (weights.get(position) ?? 0n) + weight);
  return [...weights]
    .map(([position, weight]) => ({ position, weight }))
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
}
