import { kindName } from "@mizan/model/words";
import { entryKinds, historyQueryOf } from "#lib/server/history-query.ts";
import { historyOf } from "#lib/server/history.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const query = historyQueryOf(event.url);
  const reading = await readingOf(event);
  const { sequence, cameWith } = reading.kept;
  return {
    query,
    history: await historyOf(event.params.case, reading, query),
    counts: { cameWith, since: sequence - cameWith },
    kinds: entryKinds.map((kind) => ({ id: kind, name: kindName(kind) })),
  };
}
