import {
  balanceAt,
  change,
  dayOf,
  eventSpan,
  indexSeries,
  inLanguage,
  openingDay,
  spanOf,
  type Balance,
  type Case,
  type Change,
  type Citation,
  type Day,
  type Event,
  type Factor,
  type IndexPoint,
  type Indicator,
  type Judgement,
  type LanguageMap,
  type Option,
} from "@mizan/model";
import { claimOf, trendDays, type Claim } from "@mizan/model/words";
import type { Content } from "./content.ts";

/** Everything that the slides say of a case at one moment. */
export interface Briefing {
  /** The case as it could be known. */
  study: Case;
  asOf: Day;
  /** Undefined where nothing of the case is dated. */
  knownAt: Day | undefined;
  opening: Day;
  balance: Balance;
  /** The index on every day from the opening to the as-of day; empty before the opening and without an index. */
  series: readonly IndexPoint[];
  claim: Claim | undefined;
  /** What moved the index since its trend began, or over the last days where it has none. */
  change: Change | undefined;
  /** Events that had begun, earliest first. */
  happened: readonly Event[];
  /** Events that lay ahead. */
  expected: readonly Event[];
  /** What had been judged, held open and set to be watched by then. */
  judgements: readonly Judgement[];
  options: readonly Option[];
  indicators: readonly Indicator[];
}

/** What follows from a case at the moment its content names. */
export function briefingOf({ study: whole, asOf: date, knownAt: known }: Content): Briefing {
  const asOf = dayOf(date);
  const balance = balanceAt(whole, { asOf, knownAt: known === undefined ? undefined : dayOf(known) });
  const { study, shifts, weights } = balance;
  const opening = openingDay(study);
  const series = asOf < opening ? [] : indexSeries(study, shifts, opening, asOf);
  const claim = claimOf(balance, series);
  const from = claim?.trend?.from ?? Math.max(opening, asOf - trendDays);
  const start = (event: Event) => eventSpan(event, opening).start;
  return {
    study,
    asOf,
    knownAt: balance.knownAt,
    opening,
    balance,
    series,
    claim,
    change: weights && from < asOf ? change(study, shifts, weights, from, asOf) : undefined,
    happened: study.events
      .filter((event) => !event.expected && start(event) <= asOf)
      .toSorted((a, b) => start(a) - start(b)),
    expected: study.events.filter(
      (event) => event.expected && (spanOf(event.when).end ?? Infinity) >= asOf && wasMade(event, asOf),
    ),
    judgements: madeBy(study.judgements, asOf),
    options: madeBy(study.options, asOf),
    indicators: madeBy(study.indicators, asOf),
  };
}

interface Cited {
  citations?: readonly Citation[] | undefined;
}

/** Records that a source had begun to publish by a day; those that cite none go with the others of their kind. */
export function madeBy<R extends Cited>(records: readonly R[], day: Day): R[] {
  const cited = records.filter(({ citations = [] }) => citations.length > 0);
  const bare = cited.length === 0 || cited.some((record) => wasMade(record, day));
  return records.filter((record) => (cited.includes(record) ? wasMade(record, day) : bare));
}

/** True for what a source had begun to publish by a day, and for what cites none. */
export function wasMade({ citations = [] }: Cited, day: Day): boolean {
  const first = ({ published }: Citation) => spanOf(published).start ?? -Infinity;
  return citations.length === 0 || citations.some((citation) => first(citation) <= day);
}

/** A side as it stands in a sentence. */
export function sideText({ study }: Briefing, side: number): string {
  const { sides } = study.case;
  if (!sides) return "neither side";
  return side > 0 ? sides.positive.inSentence : side < 0 ? sides.negative.inSentence : "neither side";
}

/** A record's name in few words. */
export function shortNameOf(record: { name: LanguageMap; shortName?: LanguageMap | undefined }): string {
  return inLanguage(record.shortName ?? record.name);
}

/** An event's title in few words. */
export function shortTitleOf(event: Event): string {
  return inLanguage(event.shortTitle ?? event.title);
}

/** An event of the case by its id. */
export function eventOf({ study }: Briefing, id: string): Event | undefined {
  return study.events.find((event) => event.id === id);
}

/** A factor of the case by its id. */
export function factorOf({ study }: Briefing, id: string): Factor | undefined {
  return study.factors.find((factor) => factor.id === id);
}
