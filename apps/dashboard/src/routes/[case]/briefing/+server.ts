import { isHttpError, redirect } from "@sveltejs/kit";
import { pageLink } from "#lib/links.ts";
import { briefing } from "#lib/server/briefing.ts";
import { fillingOf } from "#lib/server/filling.ts";
import { readingOf } from "#lib/server/reading.ts";
import type { RequestEvent } from "./$types.js";

export async function GET(event) {
  return briefing(fillingOf(await readable(event), event.params.case, event.url));
}

/** The reading asked for; where there is none, the case's own page says why, as a page. */
async function readable(event: RequestEvent): ReturnType<typeof readingOf> {
  try {
    return await readingOf(event);
  } catch (cause) {
    if (isHttpError(cause)) redirect(303, pageLink(event.url, event.params.case));
    throw cause;
  }
}
