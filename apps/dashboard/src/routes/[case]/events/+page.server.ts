import { inLanguage } from "@mizan/model";
import { actorsOf, checkQuery, eventQueryOf, meets } from "#lib/server/event-filter.ts";
import { eventRows } from "#lib/server/event-row.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { study, asOf } = reading.balance;
  const query = eventQueryOf(event.url);
  checkQuery(query, reading.whole);
  const actors = new Map<string, (typeof study.actors)[number]>(study.actors.map((actor) => [actor.id, actor]));
  const events = new Map<string, (typeof study.events)[number]>(study.events.map((record) => [record.id, record]));
  const rows = eventRows(reading);
  const used = new Set(study.events.flatMap(actorsOf));
  const named = ({ id, name }: { id: string; name: Parameters<typeof inLanguage>[0] }) => ({
    id,
    name: inLanguage(name),
  });
  return {
    query,
    rows: rows.filter(({ id }) => meets(events.get(id)!, query, actors)),
    total: rows.length,
    sides: {
      positive: study.case.sides?.positive.inSentence ?? "the positive side",
      negative: study.case.sides?.negative.inSentence ?? "the negative side",
    },
    span: { from: reading.opening, to: Math.max(asOf, reading.opening + 1) },
    choices: {
      actor: study.actors.filter(({ id }) => used.has(id)).map(named),
      kind: [...new Set(study.events.map(({ kind }) => kind))].toSorted().map((kind) => ({ id: kind, name: kind })),
      factor: study.factors.map(named),
      grade: [
        ...new Set(study.events.flatMap(({ citations }) => (citations ?? []).map(({ grade }) => grade as string))),
      ]
        .toSorted()
        .map((grade) => ({ id: grade, name: grade })),
    },
  };
}
