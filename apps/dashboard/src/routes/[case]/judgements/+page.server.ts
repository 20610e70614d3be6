import { inLanguage, type Case, type Rule } from "@mizan/model";
import { citedOf } from "#lib/server/cited.ts";
import { judgementRows } from "#lib/server/judgement-row.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { balance, made } = reading;
  const { study } = balance;
  const actorName = (id: string) => study.actors.find((actor) => actor.id === id)!.name;
  return {
    whole: {
      judgements: study.judgements.length,
      options: study.options.length,
      indicators: study.indicators.length,
    },
    judgements: judgementRows(reading),
    indicators: made.indicators.map(({ id, name, meaning, rule, judgement, citations }) => ({
      id,
      name,
      meaning,
      rule: ruleWords(study, rule),
      judgement: made.judgements.some(({ id: own }) => own === judgement) ? judgement : undefined,
      places: [...new Set(citedOf(balance, citations).map(({ place }) => place))]
        .filter((place) => place !== undefined)
        .join(", "),
    })),
    options: made.options.map(({ id, name, actor, summary, follows, citations }) => ({
      id,
      name,
      actor: actorName(actor),
      summary,
      follows: (follows ?? []).map(({ statement, citations: own }) => ({
        statement,
        places: own.map(({ place }) => place ?? "").join(", "),
      })),
      places: (citations ?? []).map(({ place }) => place ?? "").join(", "),
    })),
  };
}

/** What kind of rule fires an indicator, in words. */
function ruleWords(study: Case, rule: Rule): string {
  const named = (id: string) => inLanguage(study.factors.find((factor) => factor.id === id)!.name);
  switch (rule.kind) {
    case "count":
      return "Counts events in a window of days.";
    case "absence":
      return "Fires when nothing of the kind happens for some days.";
    case "level":
      return `Watches ${named(rule.factor)} cross a level.`;
    case "destination":
      return "Watches where the case is heading.";
  }
}
