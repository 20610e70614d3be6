import type { Actor, Event, Factor } from "@mizan/model";
import { holds } from "./plain-text.ts";

/** Which events are asked for; an empty one asks for all. Kept in the address under these names. */
export interface EventQuery {
  actor: string;
  kind: string;
  factor: string;
  grade: string;
  text: string;
}

const names = ["actor", "kind", "factor", "grade", "text"] as const;

export function eventQueryOf(url: URL): EventQuery {
  return Object.fromEntries(
    names.map((name) => [name, url.searchParams.get(name)?.trim() ?? ""]),
  ) as unknown as EventQuery;
}

/** True where an event meets every part of the query. */
export function meets(event: Event, query: EventQuery, actors: ReadonlyMap<string, Actor>): boolean {
  const citations = [...(event.citations ?? []), ...event.effects.flatMap(({ citations: own }) => own ?? [])];
  const who = actorsOf(event);
  return (
    (!query.actor || who.includes(query.actor)) &&
    (!query.kind || event.kind === query.kind) &&
    (!query.factor || event.effects.some(({ factor }) => factor === query.factor)) &&
    (!query.grade || citations.some(({ grade }) => grade === query.grade)) &&
    (!query.text || holds([...wordsOf(event), ...who.flatMap((id) => namesOf(actors.get(id)))], query.text))
  );
}

/** Everyone an event names: who did it, to whom, and who is held to have done it. */
export function actorsOf({ initiators, targets, attribution }: Event): string[] {
  return [...(initiators ?? []), ...(targets ?? []), ...(attribution?.to ?? [])];
}

/** All names and spellings of an actor or factor. */
export function namesOf(record: Actor | Factor | undefined): string[] {
  if (!record) return [];
  const aliases = "aliases" in record ? (record.aliases ?? []) : [];
  return [...Object.values(record.name), ...Object.values(record.shortName ?? {}), ...aliases];
}

function wordsOf({ title, shortTitle, summary, place, effects, note }: Event): (string | undefined)[] {
  return [
    ...Object.values(title),
    ...Object.values(shortTitle ?? {}),
    ...Object.values(place?.name ?? {}),
    summary,
    note,
    ...effects.map(({ rationale }) => rationale),
  ];
}
