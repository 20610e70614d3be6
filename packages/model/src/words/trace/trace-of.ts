import type { Balance } from "../../analysis/balance.ts";
import { motionTrace, powerTrace, seatsTrace } from "./chamber-trace.ts";
import { evidenceTrace, pointsTrace } from "./event-trace.ts";
import { impactTrace, scaleTrace, stateTrace } from "./factor-trace.ts";
import { indicatorTrace } from "./indicator-trace.ts";
import { issueTrace } from "./issue-trace.ts";
import { changeTrace, indexTrace } from "./index-trace.ts";
import { baselineTrace, levelChangeTrace, levelTrace } from "./level-trace.ts";
import { endsTrace, outlookTrace, unsettledTrace } from "./outlook-trace.ts";
import { gradeTrace, likelihoodTrace, methodTrace, stakeholderTrace } from "./record-trace.ts";
import { scenarioTrace, stateBalanceTrace } from "./scenario-trace.ts";
import { attributionTrace, awayTrace, conflictTrace, fragilityTrace, withoutTrace } from "./sensitivity-trace.ts";
import { suppositionTrace } from "./supposition-trace.ts";
import { traceOn } from "./trace-on.ts";
import type { Trace } from "./trace.ts";

const traces: Readonly<Record<string, (balance: Balance, a: string, b: string) => Trace | undefined>> = {
  index: indexTrace,
  "index-on": (balance, day) => traceOn(balance, "index", "", day),
  level: levelTrace,
  "level-on": (balance, factor, day) => traceOn(balance, "level", factor, day),
  "level-change": levelChangeTrace,
  points: pointsTrace,
  "points-on": (balance, event, day) => traceOn(balance, "points", event, day),
  baseline: baselineTrace,
  change: changeTrace,
  evidence: evidenceTrace,
  grade: gradeTrace,
  factor: scaleTrace,
  impact: impactTrace,
  seats: seatsTrace,
  motion: motionTrace,
  power: powerTrace,
  issue: issueTrace,
  likelihood: likelihoodTrace,
  stakeholder: stakeholderTrace,
  method: (balance, table, row) => methodTrace(balance, table, row || undefined),
  state: stateTrace,
  indicator: indicatorTrace,
  if: suppositionTrace,
  without: withoutTrace,
  attribution: attributionTrace,
  fragility: fragilityTrace,
  away: awayTrace,
  conflict: conflictTrace,
  outlook: outlookTrace,
  ends: endsTrace,
  unsettled: unsettledTrace,
  scenario: scenarioTrace,
  "state-balance": stateBalanceTrace,
};

/**
 * The way back from a figure to its sources. Keys are paths: `index`, `level/FACTOR`, `points/EVENT`, the same three on
 * an earlier day as `index-on/DAY`, `level-on/FACTOR/DAY`, `points-on/EVENT/DAY`, `baseline/FACTOR`, `change/FROM/TO`
 * (days), `level-change/FACTOR/FROM`, `evidence/EVENT`, `grade/GRADE`, `factor/FACTOR/FIELD`, `state/FACTOR/STATE`,
 * `impact/IMPACT/STATE`, `seats/LIST`, `motion/FIELD`, `power/LIST/shapleyShubik|banzhaf`, `issue/ISSUE/mean|median|N-a|N-b|N-neither`, `likelihood/JUDGEMENT`, `stakeholder/ID/FIELD`, `method/TABLE/ROW`, `indicator/ID`,
 * and of what would change our mind `if/SUPPOSITION`, `without/outlet|origin/ID`, `attribution/RUNG`,
 * `fragility/OPTION|none/coded|empty`, `away/FACTOR/STATE`, `conflict/RECORD/FIELD`, and of scenarios
 * `outlook/OUTCOME/OPTION`, `ends/FACTOR/OPTION` and `unsettled/OPTION` (with nothing forced where no option is named),
 * `scenario/CODE` and `state-balance/CODE/FACTOR` (a configuration's code, a digit a factor).
 * Undefined for a key that leads nowhere in this case.
 */
export function traceOf(balance: Balance, key: string): Trace | undefined {
  const [kind = "", a = "", b = ""] = key.split("/");
  return Object.hasOwn(traces, kind) ? traces[kind]!(balance, a, b) : undefined;
}
