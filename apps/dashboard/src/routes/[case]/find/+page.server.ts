import { find } from "#lib/server/find.ts";
import { readingOf } from "#lib/server/reading.ts";

const mostOfAKind = 50;

export async function load(event) {
  const query = event.url.searchParams.get("q") ?? "";
  return { query, found: find(await readingOf(event), event.url, event.params.case, query, mostOfAKind) };
}
