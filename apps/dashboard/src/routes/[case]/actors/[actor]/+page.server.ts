import { inLanguage } from "@mizan/model";
import { periodText } from "@mizan/model/words";
import { error } from "@sveltejs/kit";
import { citedOf } from "#lib/server/cited.ts";
import { actorsOf } from "#lib/server/event-filter.ts";
import { namedActors } from "#lib/server/event-page.ts";
import { eventRows } from "#lib/server/event-row.ts";
import { readingOf } from "#lib/server/reading.ts";
import { sideName, tieWords } from "#lib/words.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { balance, made } = reading;
  const { study } = balance;
  const id = event.params.actor;
  const actor = study.actors.find((candidate) => candidate.id === id);
  if (!actor) error(404, `There is no actor "${id}".`);
  const own = new Set(
    study.events.filter((record) => actorsOf(record).includes(actor.id)).map((record) => record.id as string),
  );
  const ties = made.ties.filter(({ from, to }) => from === actor.id || to === actor.id);
  const near = new Set(ties.flatMap(({ from, to }) => [from, to]));
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    side: actor.side,
    sideName: sideName(study.case, actor.side),
    role: actor.role,
    aliases: actor.aliases ?? [],
    basis: actor.basis ?? "text",
    note: actor.note,
    citations: citedOf(balance, actor.citations),
    untied: ties.length === 0 && study.ties.some(({ from, to }) => from === actor.id || to === actor.id),
    ties: ties.map((tie) => {
      const out = tie.from === actor.id;
      return {
        id: tie.id,
        verb: tieWords[tie.kind][out ? 0 : 1],
        other: namedActors(balance, [out ? tie.to : tie.from])[0]!,
        statement: tie.statement,
        period: tie.period && periodText(tie.period),
        trend: tie.trend,
        citations: citedOf(balance, tie.citations),
        author: tie.basis === "author",
      };
    }),
    network: {
      actors: study.actors
        .filter((candidate) => near.has(candidate.id))
        .map(({ id: other, name, shortName, side, at }) => ({
          id: other,
          name: shortName ?? name,
          side,
          ...(at ? { at } : {}),
        })),
      ties: ties.map(({ id: tie, kind, from, to, trend, statement }) => ({
        id: tie,
        kind,
        from,
        to,
        ...(trend ? { trend } : {}),
        label: inLanguage(statement),
      })),
    },
    events: eventRows(reading).filter((row) => own.has(row.id)),
    lists: study.chamber
      .filter((list) => list.actor === actor.id)
      .map(({ id: list, name, seats, stance }) => ({ id: list, name, seats, stance })),
    positions: study.stakeholders
      .filter((stakeholder) => stakeholder.actor === actor.id)
      .map(({ id: stakeholder, issue, position, salience, capability, rationale }) => ({
        id: stakeholder,
        question: study.case.issues!.find((candidate) => candidate.id === issue)!.question,
        position,
        salience,
        capability,
        rationale,
      })),
    speaks: study.sources
      .filter((source) => source.actor === actor.id)
      .map(({ id: source, name }) => ({ id: source, name })),
  };
}
