import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import { dailyEvidence } from "../evidence.ts";
import { levelOf, scaledFactors, type Level } from "../level.ts";
import { levelSeries, type LevelSeries } from "../series.ts";
import { shiftsOf, type Shift } from "../shift.ts";

/** Every factor's level on each of some days, from one pass over the evidence. */
export interface DailyLevels {
  from: Day;
  shifts: readonly Shift[];
  series: readonly LevelSeries[];
}

/** The levels of a case on every day from one to another, both inclusive. O(days × factors + effects). METHODS §2. */
export function dailyLevels(study: Case, from: Day, to: Day): DailyLevels {
  const shifts = shiftsOf(study);
  return { from, shifts, series: levelSeries(study, dailyEvidence(scaledFactors(study), shifts, from, to)) };
}

/** The levels on one of those days. */
export function levelsOn({ from, series }: DailyLevels, day: Day): Level[] {
  return series.map(({ factor, x, sd }) => levelOf(factor, x[day - from]!, sd[day - from]! ** 2));
}
