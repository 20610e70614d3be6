import type { Balance } from "@mizan/model";
import { knockOuts } from "@mizan/model/sensitivity";
import { readingOf } from "#lib/server/reading.ts";
import { sourceRows } from "#lib/server/source-row.ts";

export async function load(event) {
  const { balance, made, events } = await readingOf(event);
  return {
    sources: sourceRows({ ...balance.study, ...made }),
    without: events.whole ? withoutEach(balance) : {},
  };
}

/** The index without each source that the case would lose something with, by its id, and how far that is. */
function withoutEach({ study, asOf, index }: Balance): Record<string, { index: number; by: number }> {
  if (!index) return {};
  return Object.fromEntries(
    knockOuts(study, { asOf }).flatMap(({ kind, id, index: then }) =>
      kind === "outlet" && then ? [[id, { index: then.index, by: then.index - index.index }]] : [],
    ),
  );
}
