import type { Case } from "../case.ts";
import type { Day } from "../day.ts";
import type { FactorId } from "../factor.ts";
import { balanceIndex, weighting, type BalanceIndex } from "./balance-index.ts";
import { methodOf } from "./default-method.ts";
import { dailyEvidence, type Evidence, type SpreadShift } from "./evidence.ts";
import { fading } from "./fading.ts";
import { baseline, scaledFactors, type ScaledFactor } from "./level.ts";

/** One factor's x and its standard deviation on every day from `from`. */
export interface LevelSeries {
  factor: FactorId;
  from: Day;
  x: Float64Array;
  sd: Float64Array;
}

/** The index on one day of a series. */
export interface IndexPoint extends BalanceIndex {
  day: Day;
}

/** Every scaled factor's level on every day, by recursion: yesterday's evidence faded by a day, plus today's. O(days). */
export function levelSeries(study: Case, evidence: Evidence): LevelSeries[] {
  const method = methodOf(study);
  return scaledFactors(study).map((factor) => factorSeries(factor, baseline(factor, method), evidence));
}

function factorSeries({ id, scale }: ScaledFactor, start: { x: number; sd: number }, evidence: Evidence): LevelSeries {
  const days = Math.max(0, evidence.to - evidence.from + 1);
  const fades = evidence.fading.get(id)!;
  const lasts = evidence.lasting.get(id)!;
  const series = { factor: id, from: evidence.from, x: new Float64Array(days), sd: new Float64Array(days) };
  const dailyFade = fading(1, scale.halfLifeDays);
  const dailyVarianceFade = fading(1, scale.halfLifeDays / 2);
  let [shift, variance, lasting, lastingVariance] = [0, 0, start.x, start.sd ** 2];
  for (let day = 0; day < days; day++) {
    shift = shift * dailyFade + fades.mean[day]!;
    variance = variance * dailyVarianceFade + fades.variance[day]!;
    lasting += lasts.mean[day]!;
    lastingVariance += lasts.variance[day]!;
    series.x[day] = lasting + shift;
    series.sd[day] = Math.sqrt(lastingVariance + variance);
  }
  return series;
}

/** The index on every day from one to another, both inclusive. Empty for a case without an index. */
export function indexSeries(study: Case, shifts: readonly SpreadShift[], from: Day, to: Day): IndexPoint[] {
  const weights = weighting(study);
  if (!weights) return [];
  const series = levelSeries(study, dailyEvidence(scaledFactors(study), shifts, from, to));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({
    day: from + i,
    ...balanceIndex(
      series.map(({ x, sd }) => ({ x: x[i]!, sd: sd[i]! })),
      weights,
    ),
  }));
}
