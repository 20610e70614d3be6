import { jsonResponse } from "#lib/server/api/answer.ts";
import { answering } from "#lib/server/api/problem.ts";
import { find } from "#lib/server/find.ts";
import { readingOf } from "#lib/server/reading.ts";

const mostOfAKind = 6;

/** What the page beside it lists, the best of each kind, for whoever is still typing. */
export function GET(event) {
  return answering(async () => {
    const query = event.url.searchParams.get("q") ?? "";
    return jsonResponse(find(await readingOf(event), event.url, event.params.case, query, mostOfAKind));
  });
}
