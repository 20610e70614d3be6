import { indexSeries, openingDay, sideOf } from "@mizan/model";
import { claimOf, claimText, periodText } from "@mizan/model/words";
import { whyNoIndex } from "#lib/server/no-index.ts";
import { readingAt } from "#lib/server/reading.ts";
import { shelves, shown, type Shelf } from "#lib/server/studies.ts";

export async function load() {
  const { cases, broken } = await shown(shelves());
  return { studies: await shown(Promise.all(cases.map(entryOf))), broken };
}

/** A case on the cases page, read at its own last day. */
async function entryOf({ id, odd }: Shelf) {
  const { balance, events } = await readingAt(id, undefined, undefined);
  const { study, asOf } = balance;
  const claim = claimOf(balance, indexSeries(study, balance.evidence, openingDay(study), asOf));
  const { case: frame } = study;
  return {
    id,
    title: frame.title,
    question: frame.question,
    summary: frame.summary,
    marking: frame.marking,
    period: periodText(frame.period),
    asOf,
    why: whyNoIndex(study),
    odd,
    claim: claim && claimText(claim, frame),
    index: balance.index && {
      value: balance.index.index,
      side: sideOf(balance.index.band90),
      band90: balance.index.band90,
    },
    counts: { events: events.count, factors: study.factors.length, sources: study.sources.length },
  };
}
