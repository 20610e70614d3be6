import { balanceAt, dayFrom, isoDate, lastDay, openingDay, type Balance, type Case, type Day } from "@mizan/model";
import { madeBy, tiesAt } from "@mizan/model/words";
import { writtenBy } from "@mizan/store";
import { error } from "@sveltejs/kit";
import { caseAt, type CaseAt } from "./case-at.ts";
import type { KeptCase } from "./kept-case.ts";
import { ledger } from "./store.ts";
import { openCase, shown } from "./studies.ts";
import { today } from "./today.ts";
import { supposedBalance, suppositionsOf, type WhatIf } from "./what-if.ts";

/** A case at the moment a page asks for. */
export interface Reading {
  /** The case as the ledger has it now, without its events. */
  kept: KeptCase;
  /** The case as it was written by the day of knowledge, whatever of it could be known by then. */
  whole: Case;
  /** All events of the case, and whether `whole` holds them all. */
  events: CaseAt["events"];
  /** Days on which events began, rising, and how many. */
  days: CaseAt["days"];
  balance: Balance;
  /** What had been judged, and the ties that held, by the day. */
  made: Pick<Case, "judgements" | "options" | "indicators" | "ties">;
  opening: Day;
  last: Day;
  /** What is supposed in the balance; undefined where it is as coded. */
  whatIf: WhatIf | undefined;
}

type Asked = { params: { case: string; event?: string | undefined }; url: URL; locals: App.Locals };

const farthestDays = 3653;

/**
 * The case of a request at its `asOf` and `knownAt`, with what it supposes, worked out once however many loads ask. The address is read on
 * every call, so that each load is known to depend on it.
 */
export function readingOf({ params, url, locals }: Asked): Promise<Reading> {
  const asOf = dayIn(url, "asOf");
  const knownAt = dayIn(url, "knownAt");
  const suppositions = suppositionsOf(url);
  return (locals.reading ??= shown(readingAt(params.case, asOf, knownAt, params.event)).then((reading) =>
    suppositions.length === 0 ? reading : supposed(reading, knownAt, suppositions),
  ));
}

/** As {@link readingOf}, holding every event of a case that has no more than are read whole. */
export async function wholeReadingOf(event: Asked): Promise<Reading> {
  const reading = await readingOf(event);
  if (reading.events.whole) return reading;
  const { params, url } = event;
  const knownAt = dayIn(url, "knownAt");
  const whole = await shown(wholeReadingAt(params.case, dayIn(url, "asOf"), knownAt));
  return reading.whatIf ? supposed(whole, knownAt, reading.whatIf.suppositions) : whole;
}

function supposed(reading: Reading, knownAt: Day | undefined, suppositions: WhatIf["suppositions"]): Reading {
  const { balance: coded } = reading;
  const balance = supposedBalance(coded, { asOf: coded.asOf, knownAt }, suppositions);
  return { ...reading, balance, made: madeAt(balance), whatIf: { suppositions, coded } };
}

/** Readings of the cases as they stand, which many readers share until the next entry. */
const read = new WeakMap<KeptCase, Map<string, Promise<Reading>>>();
const mostKept = 8;

/** A case at a moment, holding the event asked for; the answer that there is none, or that the day is too far off. */
export async function readingAt(
  id: string,
  asked: Day | undefined,
  knownAt: Day | undefined,
  event?: string,
): Promise<Reading> {
  const kept = await openCase(id);
  const last = lastDay(kept.standing, today());
  const asOf = asked ?? last;
  if (asOf > last + farthestDays) error(400, `asOf is more than ten years after the case's last day: ${isoDate(asOf)}`);
  const known = read.get(kept) ?? new Map<string, Promise<Reading>>();
  read.set(kept, known);
  const key = `${asOf} ${knownAt} ${event ?? ""}`;
  const reading = known.get(key) ?? readingOfKept(id, kept, { asOf, knownAt }, last, event);
  // What could not be read now may be readable a moment later.
  reading.catch(() => known.get(key) === reading && known.delete(key));
  known.delete(key);
  known.set(key, reading);
  if (known.size > mostKept) known.delete(known.keys().next().value!);
  return reading;
}

/** A case with so many events is read whole for what looks at each of them in turn. */
export const mostWhole = 10_000;

/** As {@link readingAt}, holding every event of a case that has no more than are read whole. */
export async function wholeReadingAt(id: string, asked: Day | undefined, knownAt: Day | undefined): Promise<Reading> {
  const reading = await readingAt(id, asked, knownAt);
  if (reading.events.whole || reading.events.count > mostWhole) return reading;
  const store = await ledger();
  const whole = knownAt === undefined ? await store.study(id) : await writtenBy(store, id, isoDate(knownAt));
  const balance = balanceAt(whole, { asOf: reading.balance.asOf, knownAt });
  return { ...reading, whole, balance, events: { ...reading.events, whole: true }, made: madeAt(balance) };
}

async function readingOfKept(
  id: string,
  kept: KeptCase,
  clocks: { asOf: Day; knownAt: Day | undefined },
  last: Day,
  event: string | undefined,
): Promise<Reading> {
  const { study: whole, gathered, events, days } = await caseAt(id, kept, clocks, event);
  const balance = balanceAt(whole, clocks, gathered);
  return {
    kept,
    whole,
    events,
    days,
    balance,
    made: madeAt(balance),
    opening: openingDay(whole),
    last,
    whatIf: undefined,
  };
}

function madeAt({ study, asOf }: Balance): Reading["made"] {
  return {
    judgements: madeBy(study.judgements, asOf),
    options: madeBy(study.options, asOf),
    indicators: madeBy(study.indicators, asOf),
    ties: tiesAt(study, asOf),
  };
}

/** A day of an address; undefined where it names none, and the answer that it is none where it is not. */
export function dayIn(url: URL, name: "asOf" | "knownAt" | "from" | "knownFrom"): Day | undefined {
  const value = url.searchParams.get(name);
  if (value === null || value === "") return undefined;
  const day = dayFrom(value);
  if (day === undefined) error(400, `${name} is not a date such as 2020-07-08: ${value}`);
  return day;
}
