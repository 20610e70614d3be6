import type { Day } from "../../day.ts";
import type { Rule } from "../../indicator.ts";
import type { DailyLevels } from "./daily-levels.ts";
import type { RuleReading } from "./indicator-status.ts";

/**
 * A level (−1 to 1) above or below a value: fires beyond it, never at it; quiet for a factor without a scale. The records
 * are the events begun by the day that pushed the factor that way, in the order of the case. METHODS §11.
 */
export function levelReading(
  { factor, crosses, at }: Extract<Rule, { kind: "level" }>,
  { from, shifts, series }: DailyLevels,
): (day: Day) => RuleReading {
  const pushes = shifts.filter((shift) => shift.factor === factor && shift.steps > 0 === (crosses === "above"));
  const levels = series.find((one) => one.factor === factor);
  return (day) => {
    const x = levels?.x[day - from];
    if (x === undefined) return { state: "quiet", value: undefined, threshold: at, records: [] };
    const value = Math.tanh(x);
    const fired = crosses === "above" ? value > at : value < at;
    const records = [...new Set(pushes.filter(({ start }) => start <= day).map(({ event }) => event))];
    return { state: fired ? "fired" : "quiet", value, threshold: at, records };
  };
}
