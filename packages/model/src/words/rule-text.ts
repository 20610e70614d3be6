import type { Case } from "../case.ts";
import type { EventFilter, Rule } from "../indicator.ts";
import { inLanguage } from "../language.ts";
import { figureText } from "./figure-text.ts";
import { counted, listed } from "./sentence.ts";

/** What fires an indicator, in words: "2 or more events within 30 days: assault by Kata'ib Hezbollah". */
export function ruleText(study: Case, rule: Rule): string {
  switch (rule.kind) {
    case "count":
      return `${rule.atLeast === 1 ? "An event" : `${rule.atLeast} or more events`} within ${counted(rule.withinDays, "day")}: ${filterText(study, rule.of)}`;
    case "absence":
      return `${counted(rule.forDays, "day")} without an event: ${filterText(study, rule.of)}`;
    case "level": {
      const factor = study.factors.find(({ id }) => id === rule.factor);
      return `${factor ? inLanguage(factor.name) : rule.factor} ${rule.crosses} ${figureText(rule.at, "level")}`;
    }
    case "destination": {
      const outcome = study.outcomes.find(({ id }) => id === rule.outcome);
      return outcome
        ? `The case leads to this: ${inLanguage(outcome.name)}`
        : "The case leads elsewhere than the day before";
    }
  }
}

/** How far an indicator's rule is, in its own measure: "2 of 3 events"; empty where nothing is known. */
export function ruleReading(rule: Rule, value: number | undefined, threshold: number | undefined): string {
  if (value === undefined || threshold === undefined) return "";
  return rule.kind === "level"
    ? `level ${figureText(value, "level")}, ${ruleLimit(rule, threshold)}`
    : `${figureText(value, "count")} ${ruleLimit(rule, threshold)}`;
}

/** What a reading is held against: "of 3 events", "fires above −35". */
export function ruleLimit(rule: Rule, threshold: number | undefined): string {
  if (threshold === undefined) return "";
  if (rule.kind === "level") return `fires ${rule.crosses} ${figureText(threshold, "level")}`;
  const unit = rule.kind === "absence" ? "days without one" : threshold === 1 ? "event" : "events";
  return `of ${figureText(threshold, "count")} ${unit}`;
}

function filterText(
  { actors, factors }: Case,
  { kinds, initiators, targets, factors: moved, place }: EventFilter,
): string {
  const actorNames = (ids: readonly string[]) =>
    listed(ids.map((id) => inLanguage(actors.find((actor) => actor.id === id)?.name ?? { en: id })));
  const factorNames = (ids: readonly string[]) =>
    listed(ids.map((id) => inLanguage(factors.find((factor) => factor.id === id)?.name ?? { en: id })));
  const parts = [
    kinds ? kinds.join(" or ") : "any kind",
    ...(initiators ? [`by ${actorNames(initiators)}`] : []),
    ...(targets ? [`towards ${actorNames(targets)}`] : []),
    ...(moved ? [`moving ${factorNames(moved)}`] : []),
    ...(place === undefined ? [] : [`at ${place}`]),
  ];
  return parts.join(" ");
}
