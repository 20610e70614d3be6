import type { Factor } from "../factor.ts";
import { stateOf } from "./factor-rules.ts";
import { add, cite, each, type Draft, type Findings, type Refer } from "./findings.ts";

/** Options set only decisions of their own actor; outcomes speak of states that exist. */
export function optionRules(draft: Draft, factors: ReadonlyMap<string, Factor>, refer: Refer, found: Findings): void {
  each(draft, "options", (option, path) => {
    refer("actors", option.actor, [...path, "actor"]);
    for (const [id, state] of Object.entries(option.sets)) {
      const at = [...path, "sets", id];
      refer("factors", id, at);
      const factor = factors.get(id);
      if (!factor) continue;
      stateOf(factor, state, at, found);
      if (factor.kind !== "decision") add(found, at, "an option sets decisions, and this factor is none", id);
      else if (factor.actor !== option.actor)
        add(found, at, `an option sets decisions of its own actor, and this is ${factor.actor}'s`, id);
    }
    option.follows?.forEach((step, i) => {
      refer("factors", step.factor, [...path, "follows", i, "factor"]);
      cite(step.citations, [...path, "follows", i, "citations"], refer);
    });
  });
  each(draft, "outcomes", (outcome, path) => {
    refer("judgements", outcome.judgement, [...path, "judgement"]);
    outcome.when.forEach((all, i) => {
      for (const [id, states] of Object.entries(all)) {
        const at = [...path, "when", i, id];
        refer("factors", id, at);
        const factor = factors.get(id);
        if (factor) states.forEach((state, j) => stateOf(factor, state, [...at, j], found));
      }
    });
  });
}
