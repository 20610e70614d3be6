import { isoDate } from "@mizan/model";
import { isHttpError, redirect } from "@sveltejs/kit";
import { pageLink } from "#lib/links.ts";
import { briefing } from "#lib/server/briefing.ts";
import { readingOf } from "#lib/server/reading.ts";
import type { RequestEvent } from "./$types.js";

export async function GET(event) {
  const { whole, balance } = await readable(event);
  const known = event.url.searchParams.get("knownAt");
  return briefing({ study: whole, asOf: isoDate(balance.asOf), ...(known ? { knownAt: known } : {}) });
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
