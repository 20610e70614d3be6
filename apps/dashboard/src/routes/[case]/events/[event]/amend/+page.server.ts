import type { Event } from "@mizan/model";
import { ConflictError, NotFoundError, ReadOnlyError, UnavailableError, UnfitError } from "@mizan/store";
import { error, fail, redirect } from "@sveltejs/kit";
import { pageLink, searchLink } from "#lib/links.ts";
import { eventChoices } from "#lib/server/event-choices.ts";
import { draftOfEvent, draftOfForm } from "#lib/server/event-draft.ts";
import { judged } from "#lib/server/event-judged.ts";
import { merged, mergeRows, type Kept } from "#lib/server/event-merge.ts";
import { answerOf, foreseen } from "#lib/server/event-preview.ts";
import { readingOf } from "#lib/server/reading.ts";
import { ledger } from "#lib/server/store.ts";
import { notWritten, write } from "#lib/server/write.ts";

export async function load(event) {
  // What is amended is the event as it stands now.
  if (event.url.searchParams.has("knownAt") || event.url.searchParams.has("if"))
    redirect(303, searchLink(event.url, { knownAt: undefined, if: undefined }));
  const { balance } = await readingOf(event);
  const { body, version } = await standing(event.params.case, event.params.event);
  return {
    id: event.params.event,
    title: body.title,
    draft: draftOfEvent(body, balance.study.actors),
    choices: eventChoices(balance.study),
    before: foreseen(balance),
    version,
  };
}

export const actions = {
  /** What the case would come to with the event as amended, or what is wrong with it. */
  preview: async (event) => {
    const form = await event.request.formData();
    const { draft, read } = { draft: draftOfForm(form), read: Number(form.get("read")) };
    const was = await asRead(event.params.case, event.params.event, read);
    return {
      ...answerOf(await readingOf(event), draft, await judged(event.params.case, draft, was)),
      read,
      version: Number(form.get("version")),
    };
  },
  /** Amends the event if it stands as it was read; else shows both readings, and takes what was chosen of each. */
  amend: async ({ params, request, url }) => {
    const form = await request.formData();
    const draft = draftOfForm(form);
    const [read, version] = [Number(form.get("read")), Number(form.get("version"))];
    const was = await asRead(params.case, params.event, read);
    const { id, event: submitted, problems, placed } = await judged(params.case, draft, was);
    const answer = { draft, id, read, version };
    if (!submitted) return fail(422, { ...answer, problems });
    const now = await standing(params.case, params.event);
    const readings = { read: was, stands: now.body, submitted };
    const shown = { ...answer, version: now.version, problems: [], merge: mergeRows(readings) };
    if (now.version !== version) return fail(409, shown);
    const body = read === version ? submitted : merged(readings, (field) => keptIn(form, field));
    if (!body) return fail(409, shown);
    try {
      await write(params.case, { action: "amend", kind: "events", record: id, version, body });
    } catch (cause) {
      if (cause instanceof ConflictError) {
        const { version: later, body: stands } = cause.current!;
        const merge = mergeRows({ ...readings, stands: stands as Event });
        return fail(409, { ...shown, version: later, merge });
      }
      if (cause instanceof UnfitError) return fail(422, { ...answer, problems: placed(cause) });
      if (cause instanceof ReadOnlyError || cause instanceof UnavailableError)
        return fail(503, { ...answer, problems: [], message: notWritten });
      throw cause;
    }
    redirect(303, pageLink(url, params.case, `events/${id}`));
  },
};

function keptIn(form: FormData, field: string): Kept | undefined {
  const kept = form.get(`keep.${field}`);
  return kept === "stands" || kept === "submitted" ? kept : undefined;
}

async function standing(caseId: string, id: string) {
  try {
    return await (await ledger()).record(caseId, "events", id);
  } catch (cause) {
    if (cause instanceof NotFoundError) error(404, `There is no event "${id}"; it may have been retracted.`);
    throw cause;
  }
}

/** The event in the version that a form was filled in from. */
async function asRead(caseId: string, record: string, version: number): Promise<Event> {
  if (Number.isSafeInteger(version) && version > 0) {
    const store = await ledger();
    const [entry] = await store.entries(caseId, { kind: "events", record, after: version - 1, limit: 1 });
    if (entry?.sequence === version && entry.body) return entry.body as Event;
  }
  error(400, `The event "${record}" has no version ${version}.`);
}
