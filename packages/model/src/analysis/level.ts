import type { Case } from "../case.ts";
import type { Day } from "../day.ts";
import type { Factor, FactorId, Scale } from "../factor.ts";
import type { Method } from "../method.ts";
import { halfWidth50, halfWidth90, tanhBand, type Band } from "./band.ts";
import { methodOf } from "./default-method.ts";
import { meanFading } from "./fading.ts";
import type { SpreadShift } from "./evidence.ts";

/** A factor with a scale: one that has a level. */
export type ScaledFactor = Factor & { scale: Scale };

/** Where a factor stands on a day. */
export interface Level {
  factor: FactorId;
  /** Latent level, unbounded; the sum of its evidence. */
  x: number;
  /** Standard deviation of x. */
  sd: number;
  /** tanh x, −1 to 1. */
  level: number;
  band50: Band;
  band90: Band;
}

export function scaledFactors(study: Pick<Case, "factors">): ScaledFactor[] {
  return study.factors.filter((factor): factor is ScaledFactor => factor.scale !== undefined);
}

/** The level a latent x and its variance stand for. */
export function levelOf(factor: FactorId, x: number, variance: number): Level {
  const sd = Math.sqrt(variance);
  return {
    factor,
    x,
    sd,
    level: Math.tanh(x),
    band50: tanhBand(x, sd, halfWidth50),
    band90: tanhBand(x, sd, halfWidth90),
  };
}

/** Where a factor stood on the opening day, before any event. */
export function baseline({ id, scale }: ScaledFactor, method: Method): Level {
  return levelOf(id, scale.baseline, (method.step * method.baselineSd[scale.baselineConfidence]) ** 2);
}

/** Every scaled factor's level at the end of a day: baseline plus all evidence up to it, faded. METHODS §2. */
export function levels(study: Case, shifts: readonly SpreadShift[], day: Day): Level[] {
  const method = methodOf(study);
  const byFactor = Map.groupBy(shifts, ({ factor }) => factor);
  return scaledFactors(study).map((factor) =>
    (byFactor.get(factor.id) ?? []).reduce((level, shift) => withShift(level, shift, day), baseline(factor, method)),
  );
}

/** A level of a day with one more shift in it: constant time, whatever went before. */
export function withShift(
  { factor, x, sd }: Level,
  { start, end, halfLifeDays, mean, variance }: SpreadShift,
  day: Day,
): Level {
  return levelOf(
    factor,
    x + mean * meanFading(start, end, day, halfLifeDays),
    sd ** 2 + variance * meanFading(start, end, day, halfLifeDays / 2),
  );
}
