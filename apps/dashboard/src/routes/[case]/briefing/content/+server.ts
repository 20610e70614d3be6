import { jsonResponse } from "#lib/server/api/answer.ts";
import { answering } from "#lib/server/api/problem.ts";
import { fillingOf } from "#lib/server/filling.ts";
import { readingOf } from "#lib/server/reading.ts";

/** What a talk that is under way shows from now on. */
export function GET(event) {
  return answering(async () => jsonResponse(fillingOf(await readingOf(event), event.params.case, event.url)));
}
