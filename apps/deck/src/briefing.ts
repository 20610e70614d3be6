import {
  balanceAt,
  dayOf,
  eventSpan,
  indexSeries,
  inLanguage,
  openingDay,
  spanOf,
  type Balance,
  type Case,
  type Day,
  type Event,
  type Factor,
  type IndexPoint,
  type Indicator,
  type Judgement,
  type LanguageMap,
  type Option,
} from "@mizan/model";
import { claimOf, madeBy, movementOf, wasMade, type Claim, type Movement } from "@mizan/model/words";
import type { Content } from "./content.ts";

/** Everything that the slides say of a case at one moment. */
export interface Briefing {
  /** That what is shown is a replay, in a sentence. */
  replay: string | undefined;
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
  movement: Movement | undefined;
  /** Events that had begun, earliest first. */
  happened: readonly Event[];
  /** Events that lay ahead. */
  expected: readonly Event[];
  /** What had been judged, held open and set to be watched by then. */
  judgements: readonly Judgement[];
  /** Every judgement's place in the case, by which it is called wherever the case is read: "J3". */
  judgementNames: ReadonlyMap<string, string>;
  options: readonly Option[];
  indicators: readonly Indicator[];
}

/** What follows from a case at the moment its content names. */
export function briefingOf({ study: whole, asOf: date, knownAt: known, gathered, replay }: Content): Briefing {
  const asOf = dayOf(date);
  const balance = balanceAt(whole, { asOf, knownAt: known === undefined ? undefined : dayOf(known) }, gathered);
  const { study, evidence } = balance;
  const opening = openingDay(study);
  const series = asOf < opening ? [] : indexSeries(study, evidence, opening, asOf);
  const claim = claimOf(balance, series);
  const start = (event: Event) => eventSpan(event, opening).start;
  return {
    replay,
    study,
    asOf,
    knownAt: balance.knownAt,
    opening,
    balance,
    series,
    claim,
    movement: movementOf(balance, series, claim),
    happened: study.events
      .filter((event) => !event.expected && start(event) <= asOf)
      .toSorted((a, b) => start(a) - start(b)),
    expected: study.events.filter(
      (event) => event.expected && (spanOf(event.when).end ?? Infinity) >= asOf && wasMade(event, asOf),
    ),
    judgements: madeBy(study.judgements, asOf),
    judgementNames: new Map(whole.judgements.map(({ id }, i) => [id, `J${i + 1}`])),
    options: madeBy(study.options, asOf),
    indicators: madeBy(study.indicators, asOf),
  };
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
