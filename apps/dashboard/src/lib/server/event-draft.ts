import { inLanguage, type Actor, type Event } from "@mizan/model";
import {
  emptyCitation,
  emptyDraft,
  emptyEffect,
  type CitationDraft,
  type EffectDraft,
  type EventDraft,
  type Texts,
} from "#lib/event-form/draft.ts";

/** What a form sent, as its fields hold it. */
export function draftOfForm(form: FormData): EventDraft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const texts = (name: string): Texts => ({ en: text(`${name}.en`), ar: text(`${name}.ar`) });
  const rows = <T>(list: string, first: string, row: (part: (name: string) => string) => T): T[] => {
    const found: T[] = [];
    for (let at = `${list}.0`; form.has(at + first); at = `${list}.${found.length}`)
      found.push(row((name) => text(at + name)));
    return found;
  };
  const lines = (list: string) => rows(list, "", (part) => part(""));
  return {
    id: text("id"),
    title: texts("title"),
    shortTitle: texts("shortTitle"),
    kind: text("kind"),
    when: text("when"),
    place: texts("place.name"),
    initiators: lines("initiators"),
    targets: lines("targets"),
    attribution: { rung: text("attribution.rung"), to: lines("attribution.to") },
    effects: rows("effects", ".factor", (part): EffectDraft => ({
      was: part(".was"),
      factor: part(".factor"),
      shift: part(".shift"),
      confidence: part(".confidence"),
      rationale: part(".rationale"),
      lasting: part(".lasting") !== "",
    })),
    citations: rows("citations", ".source", (part): CitationDraft => ({
      was: part(".was"),
      source: part(".source"),
      published: part(".published"),
      place: part(".place"),
      grade: part(".grade"),
      origin: part(".origin"),
      via: part(".via"),
    })),
    summary: text("summary"),
    note: text("note"),
  };
}

/** An event that stands, as the form holds it, actors by their names. */
export function draftOfEvent(event: Event, actors: readonly Actor[]): EventDraft {
  const names = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => inLanguage(actors.find((actor) => actor.id === id)?.name ?? { en: id }));
  const texts = (map: Readonly<Record<string, string>> | undefined): Texts => ({
    en: map?.["en"] ?? "",
    ar: map?.["ar"] ?? "",
  });
  return {
    ...emptyDraft(),
    id: event.id,
    title: texts(event.title),
    shortTitle: texts(event.shortTitle),
    kind: event.kind,
    when: event.when,
    place: texts(event.place?.name),
    initiators: names(event.initiators),
    targets: names(event.targets),
    attribution: { rung: event.attribution?.rung ?? "", to: names(event.attribution?.to) },
    effects: event.effects.map(({ factor, shift, confidence, rationale, lasting = false }, i) => ({
      ...emptyEffect(),
      was: String(i),
      factor,
      shift: String(shift),
      confidence,
      rationale,
      lasting,
    })),
    citations: (event.citations ?? []).map(({ source, published, place = "", grade, origin = "", via = "" }, i) => ({
      ...emptyCitation(),
      was: String(i),
      source,
      published,
      place,
      grade,
      origin,
      via,
    })),
    summary: event.summary ?? "",
    note: event.note ?? "",
  };
}
