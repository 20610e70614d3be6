import type { Case } from "../case.ts";
import type { FactorId } from "../factor.ts";
import { halfWidth50, halfWidth90, tanhBand, type Band } from "./band.ts";
import { methodOf } from "./default-method.ts";
import { scaledFactors } from "./level.ts";
import { normalShareBelow } from "./normal.ts";

/** The composite of all factor levels: −100 the negative side's utmost, 0 parity, 100 the positive side's. */
export interface BalanceIndex {
  /** Weighted mean of the factors' x. */
  x: number;
  sd: number;
  /** 100·tanh x. */
  index: number;
  band50: Band;
  band90: Band;
  /** Chance that the index lies above parity, 0 to 1: Φ(x/sd). */
  aboveParity: number;
}

/** What the index needs to know of a case: each factor's share of the weight, and how far errors go together. */
export interface Weighting {
  /** In the order of the case's scaled factors; sums to 1. */
  shares: readonly { factor: FactorId; weight: number; share: number }[];
  correlation: number;
}

/** Each scaled factor's share of the index. Undefined where no factor has a weight: the case has no index. */
export function weighting(study: Case): Weighting | undefined {
  const factors = scaledFactors(study);
  const total = factors.reduce((sum, { scale }) => sum + scale.weight, 0);
  if (total <= 0) return undefined;
  return {
    shares: factors.map(({ id, scale }) => ({ factor: id, weight: scale.weight, share: scale.weight / total })),
    correlation: methodOf(study).correlation,
  };
}

/**
 * The index of some levels, given in the order of the weighting: X = Σ w·x / Σ w and
 * σ² = (1−ρ)·Σ w²σ²/(Σ w)² + ρ·(Σ wσ/Σ w)², since the judgements of one author err together. METHODS §3.
 */
export function balanceIndex(
  levels: readonly { x: number; sd: number }[],
  { shares, correlation }: Weighting,
): BalanceIndex {
  let x = 0;
  let apart = 0;
  let together = 0;
  shares.forEach(({ share }, i) => {
    const level = levels[i]!;
    x += share * level.x;
    apart += (share * level.sd) ** 2;
    together += share * level.sd;
  });
  return indexOf(x, Math.sqrt((1 - correlation) * apart + correlation * together ** 2));
}

/** The index a weighted mean x with its standard deviation stands for. */
export function indexOf(x: number, sd: number): BalanceIndex {
  return {
    x,
    sd,
    index: 100 * Math.tanh(x),
    band50: tanhBand(x, sd, halfWidth50, 100),
    band90: tanhBand(x, sd, halfWidth90, 100),
    aboveParity: sd === 0 ? (x > 0 ? 1 : x < 0 ? 0 : 0.5) : normalShareBelow(x / sd),
  };
}
