import { EventKind, nearest, type Actor, type Case, type Event, type Factor } from "@mizan/model";
import { error } from "@sveltejs/kit";
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

/** Refuses a query that asks for what a case cannot hold, naming the value and the nearest to it. */
export function checkQuery(query: EventQuery, study: Case): void {
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  const known = { actor: ids(study.actors), kind: EventKind.options, factor: ids(study.factors), grade: grades() };
  for (const [name, values] of Object.entries(known) as [keyof typeof known, readonly string[]][]) {
    const value = query[name];
    if (value === "" || values.includes(value)) continue;
    const meant = nearest(value, values);
    error(400, `There is no ${name} "${value}"${meant === undefined ? "" : `. Did you mean "${meant}"?`}`);
  }
}

function grades(): string[] {
  return ["A", "B", "C", "D", "E", "F"].flatMap((letter) => [1, 2, 3, 4, 5, 6].map((digit) => `${letter}${digit}`));
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
