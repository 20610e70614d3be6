import { fractionNumber } from "../fraction.ts";
import { decimals } from "./decimal.ts";
import type { Scale, Stand } from "./stand.ts";

/** A stand in exact whole units: its position, and its weight, capability × salience. */
export interface Load {
  position: bigint;
  weight: bigint;
}

/** All stands in exact whole units, so that halves and ties are told from near misses. */
export interface Weighing {
  /** By rising position. */
  loads: readonly Load[];
  /** Ends of the issue's scale, lower first, in the positions' units. */
  ends: readonly [low: bigint, high: bigint] | undefined;
  /** Units of position in 1, and of weight in 1. */
  positionScale: bigint;
  weightScale: bigint;
}

/** Stands in exact units. They are taken as checked. */
export function weighing(stands: readonly Stand[], scale: Scale | undefined): Weighing {
  const ends = scale ? [Math.min(scale.from, scale.to), Math.max(scale.from, scale.to)] : [];
  const positions = decimals([...stands.map(({ position }) => position), ...ends]);
  const saliences = decimals(stands.map(({ salience }) => salience));
  const capabilities = decimals(stands.map(({ capability }) => capability));
  const loads = stands.map((_, i) => ({
    position: positions.units[i]!,
    weight: saliences.units[i]! * capabilities.units[i]!,
  }));
  return {
    loads: loads.toSorted(byPosition),
    ends: scale ? [positions.units.at(-2)!, positions.units.at(-1)!] : undefined,
    positionScale: positions.scale,
    weightScale: saliences.scale * capabilities.scale,
  };
}

/** The weighted mean of the positions, in their own unit. */
export function meanOf(loads: readonly Load[], positionScale: bigint): number {
  const weight = totalWeight(loads);
  const moment = loads.reduce((sum, load) => sum + load.weight * load.position, 0n);
  return fractionNumber({ numerator: moment, denominator: weight * positionScale });
}

/** The weighted median, in exact units: twice the same, or both where half the weight lies on either side. */
export function medianOf(loads: readonly Load[]): readonly [low: bigint, high: bigint] {
  const total = totalWeight(loads);
  let low: bigint | undefined;
  let below = 0n;
  for (const { position, weight } of loads.toSorted(byPosition)) {
    below += weight;
    if (2n * below >= total) low ??= position;
    if (2n * below > total) return [low!, position];
  }
  throw new RangeError("expected some weight");
}

function byPosition(a: Load, b: Load): number {
  return a.position < b.position ? -1 : a.position > b.position ? 1 : 0;
}

function totalWeight(loads: readonly Load[]): bigint {
  return loads.reduce((sum, { weight }) => sum + weight, 0n);
}
