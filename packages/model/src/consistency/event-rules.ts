import type { Case } from "../case.ts";
import { isoDate } from "../day.ts";
import { spanOf } from "../edtf.ts";
import type { Factor } from "../factor.ts";
import { stateOf } from "./factor-rules.ts";
import { add, cite, each, warn, type Draft, type Findings, type Path, type Refer } from "./findings.ts";

/** Events: whom and what they name, what they may shift, and when they may have been. */
export function eventRules(draft: Draft, factors: ReadonlyMap<string, Factor>, refer: Refer, found: Findings): void {
  each(draft, "events", (event, path) => oneEvent(event, path, draft, factors, refer, found));
}

function oneEvent(
  event: Case["events"][number],
  path: Path,
  { study }: Draft,
  factors: ReadonlyMap<string, Factor>,
  refer: Refer,
  found: Findings,
): void {
  event.initiators?.forEach((actor, i) => refer("actors", actor, [...path, "initiators", i]));
  event.targets?.forEach((actor, i) => refer("actors", actor, [...path, "targets", i]));
  event.attribution?.to.forEach((actor, i) => refer("actors", actor, [...path, "attribution", "to", i]));
  const shifted = new Set<string>();
  event.effects.forEach((effect, i) => {
    const at = [...path, "effects", i];
    refer("factors", effect.factor, [...at, "factor"]);
    cite(effect.citations, [...at, "citations"], refer);
    const factor = factors.get(effect.factor);
    if (factor && !factor.scale)
      add(found, [...at, "factor"], "only a factor with a scale can be shifted", effect.factor);
    if (shifted.has(effect.factor))
      add(found, [...at, "factor"], "this event shifts the factor already", effect.factor);
    shifted.add(effect.factor);
    if (!effect.citations && !event.citations?.length)
      add(found, at, "an effect needs a citation, its own or its event's", effect.factor);
  });
  event.sets?.forEach(({ factor: id, state }, i) => {
    refer("factors", id, [...path, "sets", i, "factor"]);
    const factor = factors.get(id);
    if (factor) stateOf(factor, state, [...path, "sets", i, "state"], found);
  });
  if (event.expected && (event.effects.length > 0 || event.sets?.length))
    add(found, [...path, "effects"], "an expected event moves nothing until it happens", event.id);

  const when = spanOf(event.when);
  const opening = study.case ? spanOf(study.case.period).start : undefined;
  if (opening !== undefined && when.end !== undefined && when.end < opening && event.effects.length > 0)
    add(
      found,
      [...path, "when"],
      "what was true before the case's opening belongs in a baseline, not in an event",
      event.when,
    );
  if (when.precision === "instant" && isoDate(when.start!) !== event.when.slice(0, 10))
    warn(found, [...path, "when"], `counted on ${isoDate(when.start!)}, the day it was in UTC`, event.when);
  if (event.expected || when.start === undefined) return;
  event.citations?.forEach((citation, i) => {
    const published = spanOf(citation.published);
    if (published.end !== undefined && published.end < when.start!)
      warn(
        found,
        [...path, "citations", i, "published"],
        `published before the event (${event.when})`,
        citation.published,
      );
  });
}
