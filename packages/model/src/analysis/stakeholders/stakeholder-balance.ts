import type { Band } from "../band.ts";
import { fractionNumber } from "../fraction.ts";
import { decimals } from "./decimal.ts";
import { pairwiseContests, type PairwiseContest } from "./pairwise.ts";
import { checkStands, type Scale, type Stand } from "./stand.ts";
import { meanOf, medianOf, weighing, type Load, type Weighing } from "./weighing.ts";

/** Where the weight of all stands lies. Positions are on the scale, weights are capability × salience. */
export interface StakeholderBalance {
  /** The weighted mean of the positions. */
  mean: number;
  /**
   * The position that beats or ties every other when each actor prefers the nearer one (Condorcet winner, Black 1948);
   * the two ends of a range, lower first, where exactly half the weight lies on each side.
   */
  median: readonly [number] | readonly [low: number, high: number];
  pairwise: readonly PairwiseContest[];
  /** Lowest and highest mean and median when one input at a time moves by a share of itself, up or down. */
  band: { mean: Band; median: Band };
}

export interface StakeholderBalanceOptions {
  /** The scale: no position is moved beyond it, and one given beyond it is an error. */
  scale?: Scale | undefined;
  /** The share of itself by which an input is moved for the band, from 0 to below 1. */
  move?: number;
}

/** How far off an author's figure may well be; METHODS §7. */
export const defaultMove = 0.2;

/**
 * The balance of the stands on an issue. Worked out in the decimals as written, so that halves and ties are exact.
 * METHODS §7; Bueno de Mesquita (1994) for the inputs, not his rounds. Throws StakeholderError, with every problem, for
 * no stands, a name used twice, a number that is none, a negative salience or capability, no weight at all, and weights
 * whose sum is not finite; RangeError for a share to move by that is none.
 */
export function stakeholderBalance(
  stands: readonly Stand[],
  { scale, move = defaultMove }: StakeholderBalanceOptions = {},
): StakeholderBalance {
  checkStands(stands, scale);
  if (!(move >= 0 && move < 1)) throw new RangeError(`expected a share to move by, from 0 to below 1: ${move}`);
  const weighed = weighing(stands, scale);
  const [low, high] = medianOf(weighed.loads).map((units) => positionNumber(units, weighed.positionScale)) as [
    number,
    number,
  ];
  return {
    mean: meanOf(weighed.loads, weighed.positionScale),
    median: low === high ? [low] : [low, high],
    pairwise: pairwiseContests(weighed),
    band: bandOf(weighed, move),
  };
}

/** A moved salience and a moved capability come to the same: a moved weight. */
function bandOf({ loads, ends, positionScale }: Weighing, move: number): StakeholderBalance["band"] {
  const { units, scale } = decimals([move]);
  /** Finer units, in which what is moved is whole as well. */
  const fine = loads.map(({ weight, position }) => ({ weight: weight * scale, position: position * scale }));
  const finer = positionScale * scale;
  const onScale = (position: bigint) => {
    if (ends && position < ends[0] * scale) return ends[0] * scale;
    return ends && position > ends[1] * scale ? ends[1] * scale : position;
  };
  const means: number[] = [];
  const medians: number[] = [];
  const take = (moved: readonly Load[]) => {
    means.push(meanOf(moved, finer));
    medians.push(...medianOf(moved).map((middle) => positionNumber(middle, finer)));
  };
  take(fine);
  loads.forEach(({ weight, position }, i) => {
    for (const factor of [scale - units[0]!, scale + units[0]!]) {
      take(fine.with(i, { ...fine[i]!, weight: weight * factor }));
      take(fine.with(i, { ...fine[i]!, position: onScale(position * factor) }));
    }
  });
  return { mean: bandAround(means), median: bandAround(medians) };
}

function bandAround(values: readonly number[]): Band {
  return values.reduce<Band>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function positionNumber(units: bigint, positionScale: bigint): number {
  return fractionNumber({ numerator: units, denominator: positionScale });
}
