import { isoDate } from "@mizan/model";
import { briefing } from "#lib/server/briefing.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function GET(event) {
  const { whole, balance } = await readingOf(event);
  const known = event.url.searchParams.get("knownAt");
  return briefing({ study: whole, asOf: isoDate(balance.asOf), ...(known ? { knownAt: known } : {}) });
}
