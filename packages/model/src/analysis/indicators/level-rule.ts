import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { Rule } from "../../indicator.ts";
import { dailyEvidence } from "../evidence.ts";
import { scaledFactors } from "../level.ts";
import { levelSeries } from "../series.ts";
import { shiftsOf } from "../shift.ts";
import type { RuleReading } from "./indicator-status.ts";

/** A level above or below a value: fires beyond it. The records are the factor's, heaviest evidence last logged. */
export function levelReading(
  study: Case,
  { factor, crosses, at }: Extract<Rule, { kind: "level" }>,
  from: Day,
  to: Day,
): (day: Day) => RuleReading {
  const shifts = shiftsOf(study).filter((shift) => shift.factor === factor);
  const series = levelSeries(study, dailyEvidence(scaledFactors(study), shifts, from, to)).find(
    (one) => one.factor === factor,
  );
  return (day) => {
    const x = series?.x[day - from];
    if (x === undefined) return { state: "quiet", value: undefined, threshold: at, records: [] };
    const value = Math.tanh(x);
    const fired = crosses === "above" ? value > at : value < at;
    const records = [
      ...new Set(
        shifts
          .filter(({ start, steps }) => start <= day && steps > 0 === (crosses === "above"))
          .map(({ event }) => event),
      ),
    ];
    return { state: fired ? "fired" : "quiet", value, threshold: at, records };
  };
}
