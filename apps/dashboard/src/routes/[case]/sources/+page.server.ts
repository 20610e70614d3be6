import { readingOf } from "#lib/server/reading.ts";
import { sourceRows } from "#lib/server/source-row.ts";

export async function load(event) {
  const { balance, made } = await readingOf(event);
  return { sources: sourceRows({ ...balance.study, ...made }) };
}
