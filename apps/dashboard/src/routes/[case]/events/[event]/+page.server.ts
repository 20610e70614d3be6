import { evidenceWeight, eventSpan, methodOf } from "@mizan/model";
import { dayText, periodText } from "@mizan/model/words";
import { ConflictError, NotFoundError, ReadOnlyError, UnavailableError, UnfitError } from "@mizan/store";
import { error, fail, redirect } from "@sveltejs/kit";
import { pageLink } from "#lib/links.ts";
import { citedOf } from "#lib/server/cited.ts";
import { contestedFields, effectRows, enteredStates, namedActors } from "#lib/server/event-page.ts";
import { leverRows } from "#lib/server/lever.ts";
import { readingOf } from "#lib/server/reading.ts";
import { ledger } from "#lib/server/store.ts";
import { notWritten, write } from "#lib/server/write.ts";

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
    version: await versionOf(event.params.case, record.id),
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

/** The version in which a record stands now; undefined for one that was retracted since the day it is read at. */
async function versionOf(caseId: string, record: string): Promise<number | undefined> {
  try {
    return (await (await ledger()).record(caseId, "events", record)).version;
  } catch (cause) {
    if (cause instanceof NotFoundError) return undefined;
    throw cause;
  }
}

export const actions = {
  /** Takes back what was just logged. */
  undo: (event) => retract(event, () => "undone"),
  /** Withdraws the event; the reason is kept in the ledger. */
  retract: (event) => retract(event, (form) => String(form.get("reason") ?? "").trim()),
};

interface Asked {
  params: { case: string; event: string };
  request: Request;
  url: URL;
}

/** Retracts the event, if it still stands as it was shown. */
async function retract({ params, request, url }: Asked, reasonIn: (form: FormData) => string) {
  const form = await request.formData();
  const version = Number(form.get("version"));
  const reason = reasonIn(form);
  if (reason === "") return fail(422, { message: "Say why it is retracted: the reason is kept in the ledger." });
  try {
    await write(params.case, { action: "retract", kind: "events", record: params.event, version }, { reason });
  } catch (cause) {
    if (cause instanceof ConflictError)
      return fail(409, { message: "Somebody has amended this event meanwhile: it is shown as it stands now." });
    if (cause instanceof UnfitError)
      return fail(422, { message: cause.problems.map(({ problem }) => problem).join("; ") });
    if (cause instanceof ReadOnlyError || cause instanceof UnavailableError) return fail(503, { message: notWritten });
    if (cause instanceof NotFoundError) error(404, "This event was retracted already.");
    throw cause;
  }
  redirect(303, pageLink(url, params.case, "events", { retracted: params.event }));
}
