import { evidenceWeight, eventSpan, methodOf } from "@mizan/model";
import { dayText, periodText } from "@mizan/model/words";
import { error } from "@sveltejs/kit";
import { citedOf } from "#lib/server/cited.ts";
import { contestedFields, effectRows, enteredStates, namedActors } from "#lib/server/event-page.ts";
import { leverRows } from "#lib/server/lever.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { balance, whole, opening } = reading;
  const { study, asOf } = balance;
  const id = event.params.event;
  const record = study.events.find((candidate) => candidate.id === id);
  if (!record) {
    const later = whole.events.some((candidate) => candidate.id === id);
    error(
      404,
      later
        ? `The event "${id}" was not yet known on ${dayText(balance.knownAt ?? asOf)}.`
        : `There is no event "${id}".`,
    );
  }
  const span = eventSpan(record, opening);
  const points = balance.contributions.find((contribution) => contribution.record === record.id);
  return {
    id: record.id,
    title: record.title,
    summary: record.summary,
    kind: record.kind,
    cameo: record.cameo,
    when: periodText(record.when),
    span: { start: dayText(span.start), end: dayText(span.end), days: span.end - span.start + 1 },
    ahead: span.start > asOf,
    expected: record.expected ?? false,
    place: record.place?.name,
    initiators: namedActors(balance, record.initiators),
    targets: namedActors(balance, record.targets),
    attribution: record.attribution && {
      rung: record.attribution.rung,
      to: namedActors(balance, record.attribution.to),
    },
    basis: record.basis ?? "text",
    note: record.note,
    points: points && { points: points.points, without: points.indexWithout },
    evidence: evidenceWeight(record.citations ?? [], methodOf(study)),
    effects: effectRows(balance, record),
    sets: enteredStates(balance, record),
    contested: contestedFields(balance, record),
    citations: citedOf(balance, record.citations),
    levers: leverRows(reading, (coding) => (coding.kind === "shift" || coding.kind === "grade") && coding.event === id),
  };
}
