import type { Citation, Contested } from "../citation.ts";
import { recordKinds } from "../record-kind.ts";
import { add, cite, each, warn, type Draft, type Findings, type Path, type Refer } from "./findings.ts";

/** Every record: cited unless the author judged it, contested only in fields it has. Actors: no name shared. */
export function provenanceRules(draft: Draft, refer: Refer, found: Findings): void {
  each(draft, "sources", (source, path) => refer("actors", source.actor, [...path, "actor"]));
  for (const kind of recordKinds)
    if (kind !== "sources" && kind !== "alerts")
      each(draft, kind, (record, path) => provenance(record, path, refer, found));
  aliases(draft, found);
}

function provenance(
  record: {
    id: string;
    basis?: string | undefined;
    citations?: readonly Citation[] | undefined;
    contested?: readonly Contested[] | undefined;
  },
  path: Path,
  refer: Refer,
  found: Findings,
): void {
  cite(record.citations, [...path, "citations"], refer);
  if (record.basis !== "author" && !record.citations?.length)
    add(found, path, "no citation: only a record with basis author stands without one", record.id);
  record.contested?.forEach((contested, i) => {
    const at = [...path, "contested", i];
    contested.values.forEach((value, j) => cite(value.citations, [...at, "values", j, "citations"], refer));
    const held = (record as unknown as Record<string, unknown>)[contested.field];
    if (!Object.hasOwn(record, contested.field))
      add(found, [...at, "field"], "no such field in this record", contested.field, Object.keys(record));
    else if (!contested.values.some(({ value }) => value === held))
      add(found, [...at, "values"], "expected the record's own value among them", held);
  });
}

function aliases({ study, places }: Draft, found: Findings): void {
  const owner = new Map<string, string>();
  study.actors.forEach((actor, i) => {
    for (const name of new Set([...Object.values(actor.name), ...(actor.aliases ?? [])])) {
      const first = owner.get(name);
      if (first !== undefined && first !== actor.id)
        warn(found, ["actors", places.actors[i]!], `this name is also ${first}'s`, name);
      else owner.set(name, actor.id);
    }
  });
}
