import { aheadOf } from "#lib/server/ahead.ts";
import { chamberOf } from "#lib/server/chamber.ts";
import { eventRows } from "#lib/server/event-row.ts";
import { factorClaim } from "#lib/server/factor-claim.ts";
import { factorRows } from "#lib/server/factor-row.ts";
import { factorStates } from "#lib/server/factor-states.ts";
import { headlineOf } from "#lib/server/headline.ts";
import { indicatorRows } from "#lib/server/indicator-row.ts";
import { judgementRows } from "#lib/server/judgement-row.ts";
import { drawnCells } from "#lib/server/matrix.ts";
import { whyNoIndex } from "#lib/server/no-index.ts";
import { readingOf } from "#lib/server/reading.ts";
import { sinceSeen } from "#lib/server/since.ts";
import { lastSeen } from "#lib/server/visit.ts";

const newestShown = 6;
const watchShown = 5;

export async function load(event) {
  const reading = await readingOf(event);
  const { study } = reading.balance;
  const since = await sinceSeen(event.params.case, reading, lastSeen(event, reading.kept));
  const headline = headlineOf(reading);
  const factors = factorRows(reading, headline?.moved?.since);
  const chamber = chamberOf(reading.balance);
  const watch = reading.events.whole ? indicatorRows(reading) : [];
  return {
    why: headline ? "" : whyNoIndex(study),
    question: study.case.question,
    summary: study.case.summary,
    since,
    headline,
    factors,
    ahead: aheadOf(reading.balance),
    factorClaim: headline ? factorClaim(factors, headline.sides.short) : "",
    newest: eventRows(reading)
      .filter(({ expected }) => !expected)
      .slice(0, newestShown),
    judgements: judgementRows(reading),
    unjudged: study.judgements.length,
    unwatched: study.indicators.length,
    chamber: chamber && { count: chamber.count, motion: chamber.motion },
    watch: {
      shown: watch.slice(0, watchShown).map(({ id, name, state, sinceWords }) => ({ id, name, state, sinceWords })),
      count: reading.made.indicators.length,
      fired: watch.filter(({ state }) => state === "fired").length,
    },
    impacts: study.impacts.length,
    matrix: headline ? undefined : { factors: study.factors.map(factorStates), cells: drawnCells(study) },
  };
}
