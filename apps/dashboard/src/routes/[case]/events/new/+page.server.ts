import { ConflictError, ReadOnlyError, UnavailableError, UnfitError } from "@mizan/store";
import { fail, redirect } from "@sveltejs/kit";
import { emptyDraft } from "#lib/event-form/draft.ts";
import { pageLink, searchLink } from "#lib/links.ts";
import { eventChoices } from "#lib/server/event-choices.ts";
import { draftOfForm } from "#lib/server/event-draft.ts";
import { judged } from "#lib/server/event-judged.ts";
import { answerOf, foreseen } from "#lib/server/event-preview.ts";
import { readingOf } from "#lib/server/reading.ts";
import { notWritten, write } from "#lib/server/write.ts";

export async function load(event) {
  // An event is logged into what is known now: nothing is supposed, nothing left out.
  if (event.url.searchParams.has("knownAt") || event.url.searchParams.has("if"))
    redirect(303, searchLink(event.url, { knownAt: undefined, if: undefined }));
  const { balance } = await readingOf(event);
  return { draft: emptyDraft(), choices: eventChoices(balance.study), before: foreseen(balance) };
}

export const actions = {
  /** What the case would come to with the event, or what is wrong with it. */
  preview: async (event) => {
    const draft = draftOfForm(await event.request.formData());
    return answerOf(await readingOf(event), draft, await judged(event.params.case, draft));
  },
  /** Takes the event in. */
  log: async ({ params, request, url }) => {
    const draft = draftOfForm(await request.formData());
    const { id, event: body, problems, placed } = await judged(params.case, draft);
    if (!body) return fail(422, { draft, id, problems });
    const version = await write(params.case, { action: "add", kind: "events", body }).then(
      ({ sequence }) => sequence,
      (error: unknown) => {
        if (error instanceof ConflictError)
          return fail(409, { draft, id, problems: [{ field: "id", text: `another event has this id: ${id}` }] });
        if (error instanceof UnfitError) return fail(422, { draft, id, problems: placed(error) });
        if (error instanceof ReadOnlyError || error instanceof UnavailableError)
          return fail(503, { draft, id, problems: [], message: notWritten });
        throw error;
      },
    );
    if (typeof version !== "number") return version;
    redirect(303, pageLink(url, params.case, `events/${id}`, { logged: String(version) }));
  },
};
