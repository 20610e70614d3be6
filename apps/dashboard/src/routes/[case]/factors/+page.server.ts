import { trendDays } from "@mizan/model/words";
import { factorRows } from "#lib/server/factor-row.ts";
import { headlineOf, shortSides } from "#lib/server/headline.ts";
import { whyNoIndex } from "#lib/server/no-index.ts";
import { readingOf } from "#lib/server/reading.ts";

export async function load(event) {
  const reading = await readingOf(event);
  const { study, asOf, index } = reading.balance;
  const { sides } = study.case;
  const since =
    headlineOf(reading)?.moved?.since ??
    (asOf > reading.opening ? Math.max(reading.opening, asOf - trendDays) : undefined);
  return {
    since,
    factors: factorRows(reading, since),
    outcomes: study.outcomes.length,
    hasIndex: index !== undefined,
    why: whyNoIndex(study),
    favours: sides && shortSides(sides),
    impacts: study.impacts.length,
  };
}
