import type { Factor } from "../factor.ts";
import { stateOf } from "./factor-rules.ts";
import { add, each, warn, type Draft, type Findings, type Refer } from "./findings.ts";

/** The cross-impact matrix: each row names states that exist, stands once, and moves nothing that is outside. */
export function impactRules(draft: Draft, factors: ReadonlyMap<string, Factor>, refer: Refer, found: Findings): void {
  const rows = new Map<string, string>();
  each(draft, "impacts", (impact, path) => {
    refer("factors", impact.from.factor, [...path, "from", "factor"]);
    refer("factors", impact.on, [...path, "on"]);
    const from = factors.get(impact.from.factor);
    if (from) stateOf(from, impact.from.state, [...path, "from", "state"], found);
    const on = factors.get(impact.on);
    if (on) for (const state of Object.keys(impact.values)) stateOf(on, state, [...path, "values", state], found);
    if (on?.kind === "outside")
      add(found, [...path, "on"], "nothing in the case moves a factor of kind outside", impact.on);
    const row = `${impact.from.factor}.${impact.from.state} on ${impact.on}`;
    const first = rows.get(row);
    if (first !== undefined) add(found, path, `${first} states the impact of ${row} already`, impact.id);
    else rows.set(row, impact.id);
    const sum = Object.values(impact.values).reduce((total, value) => total + value, 0);
    if (sum !== 0) warn(found, [...path, "values"], `expected a row that sums to 0, found ${sum}`, impact.values);
  });
}
