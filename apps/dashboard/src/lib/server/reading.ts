import { balanceAt, dayOf, isoDate, lastDay, openingDay, type Balance, type Case, type Day } from "@mizan/model";
import { madeBy, tiesAt } from "@mizan/model/words";
import { error } from "@sveltejs/kit";
import { caseKnownAt, type KeptCase } from "./kept-case.ts";
import { openCase } from "./studies.ts";

/** A case at the moment a page asks for. */
export interface Reading {
  /** The case as the ledger has it now. */
  kept: KeptCase;
  /** The whole case as it was written by the day of knowledge, whatever of it could be known by then. */
  whole: Case;
  balance: Balance;
  /** What had been judged, and the ties that held, by the day. */
  made: Pick<Case, "judgements" | "options" | "indicators" | "ties">;
  opening: Day;
  last: Day;
}

type Asked = { params: { case: string }; url: URL; locals: App.Locals };

const farthestDays = 3653;

/**
 * The case of a request at its `asOf` and `knownAt`, worked out once however many loads ask. The address is read on
 * every call, so that each load is known to depend on it.
 */
export function readingOf({ params, url, locals }: Asked): Promise<Reading> {
  const id = params.case;
  const asOf = dayAsked(url, "asOf");
  const knownAt = dayAsked(url, "knownAt");
  return (locals.reading ??= readingAt(id, asOf, knownAt));
}

/** Readings of the cases as they stand, which many readers share until the next entry. */
const read = new WeakMap<Case, Map<string, Promise<Reading>>>();
const mostKept = 32;

/** A case at a moment; the answer that there is none, or that the day is too far off. */
export async function readingAt(id: string, asked: Day | undefined, knownAt: Day | undefined): Promise<Reading> {
  const kept = await openCase(id);
  const today = Math.floor(Date.now() / 86_400_000);
  const known = read.get(kept.study) ?? new Map<string, Promise<Reading>>();
  read.set(kept.study, known);
  const key = `${asked} ${knownAt} ${today}`;
  const reading = known.get(key) ?? readingOfKept(id, kept, asked, knownAt, today);
  // What could not be read now may be readable a moment later.
  reading.catch(() => known.get(key) === reading && known.delete(key));
  known.delete(key);
  known.set(key, reading);
  if (known.size > mostKept) known.delete(known.keys().next().value!);
  return reading;
}

async function readingOfKept(
  id: string,
  kept: KeptCase,
  asked: Day | undefined,
  knownAt: Day | undefined,
  today: Day,
): Promise<Reading> {
  const whole = knownAt === undefined ? kept.study : await caseKnownAt(id, kept, knownAt);
  const last = lastDay(whole, today);
  const asOf = asked ?? last;
  if (asOf > last + farthestDays) error(400, `asOf is more than ten years after the case's last day: ${isoDate(asOf)}`);
  const balance = balanceAt(whole, { asOf, knownAt });
  return { kept, whole, balance, made: madeAt(balance), opening: openingDay(whole), last };
}

function madeAt({ study, asOf }: Balance): Reading["made"] {
  return {
    judgements: madeBy(study.judgements, asOf),
    options: madeBy(study.options, asOf),
    indicators: madeBy(study.indicators, asOf),
    ties: tiesAt(study, asOf),
  };
}

function dayAsked(url: URL, name: "asOf" | "knownAt"): Day | undefined {
  const value = url.searchParams.get(name);
  if (value === null || value === "") return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayOf(value) : NaN;
  if (Number.isNaN(day) || isoDate(day) !== value) error(400, `${name} is not a date such as 2020-07-08: ${value}`);
  return day;
}
