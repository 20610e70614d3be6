import type { Factor } from "../factor.ts";
import { add, among, each, type Draft, type Findings, type Refer } from "./findings.ts";

/** Ties, judgements, indicators, stakeholders and lists name records that exist. */
export function referenceRules(
  draft: Draft,
  factors: ReadonlyMap<string, Factor>,
  refer: Refer,
  found: Findings,
): void {
  each(draft, "ties", (tie, path) => {
    refer("actors", tie.from, [...path, "from"]);
    refer("actors", tie.to, [...path, "to"]);
    if (tie.from === tie.to) add(found, [...path, "to"], "a tie joins two different actors", tie.to);
  });
  each(draft, "judgements", (judgement, path) => {
    refer("outcomes", judgement.outcome, [...path, "outcome"]);
    refer("options", judgement.option, [...path, "option"]);
  });
  each(draft, "indicators", (indicator, path) => {
    refer("judgements", indicator.judgement, [...path, "judgement"]);
    const rule = indicator.rule;
    const at = [...path, "rule"];
    if (rule.kind === "destination") refer("outcomes", rule.outcome, [...at, "outcome"]);
    else if (rule.kind === "level") {
      refer("factors", rule.factor, [...at, "factor"]);
      const factor = factors.get(rule.factor);
      if (factor && !factor.scale) add(found, [...at, "factor"], "a level needs a factor with a scale", rule.factor);
    } else {
      rule.of.initiators?.forEach((actor, i) => refer("actors", actor, [...at, "of", "initiators", i]));
      rule.of.targets?.forEach((actor, i) => refer("actors", actor, [...at, "of", "targets", i]));
      rule.of.factors?.forEach((factor, i) => refer("factors", factor, [...at, "of", "factors", i]));
    }
  });
  each(draft, "stakeholders", (stakeholder, path) => {
    refer("actors", stakeholder.actor, [...path, "actor"]);
    const issues = draft.study.case?.issues ?? [];
    const issue = issues.find(({ id }) => id === stakeholder.issue);
    if (draft.study.case)
      among(new Set(issues.map(({ id }) => id)), "issue", stakeholder.issue, [...path, "issue"], found);
    if (issue) {
      const [low, high] = [Math.min(issue.scale.from, issue.scale.to), Math.max(issue.scale.from, issue.scale.to)];
      if (stakeholder.position < low || stakeholder.position > high)
        add(found, [...path, "position"], `expected a position from ${low} to ${high}`, stakeholder.position);
    }
  });
  each(draft, "chamber", (list, path) => refer("actors", list.actor, [...path, "actor"]));
}
