import { spanOf, type Case, type Day, type LanguageMap } from "@mizan/model";
import { monthsWithin, type RailMonth } from "#lib/frame/rail-months.ts";
import { figureText } from "@mizan/model/words";
import { mostHeld } from "./case-at.ts";
import { instantText } from "./instant-text.ts";
import type { Reading } from "./reading.ts";
import { replayText } from "./today.ts";
import { whatIfFrame, type WhatIfFrame } from "./what-if.ts";

/** What surrounds every page of a case: its name, its pages, its two clocks. */
export interface CaseFrame {
  id: string;
  title: LanguageMap;
  shortTitle: LanguageMap;
  marking: string;
  positive: string | undefined;
  pages: readonly { path: string; name: string }[];
  clocks: CaseClocks;
  /** Where the ledger stood: its last entry, and when that was taken, in words. */
  ledger: { sequence: number; taken: string };
  /** That what is shown is a replay, in a sentence. */
  replay: string | undefined;
  whatIf: WhatIfFrame | undefined;
  /** Of a case with more events than are held one by one, a sentence that says so. */
  held: string | undefined;
}

/** The day a page is read at, the days beside it, and every day on which something began. */
export interface CaseClocks {
  asOf: Day;
  knownAt: Day | undefined;
  opening: Day;
  last: Day;
  /** Where the day lies outside the case's own period. */
  outside: "before" | "after" | undefined;
  /** Days with a new event, rising, and how many. */
  ticks: readonly { day: Day; count: number }[];
  previous: Day | undefined;
  next: Day | undefined;
  /** First and last day of the rail, and the months named on it. */
  rail: { from: Day; to: Day; months: readonly RailMonth[] };
}

export function frameOf(reading: Reading): CaseFrame {
  const { case: frame } = reading.whole;
  return {
    id: frame.id,
    title: frame.title,
    shortTitle: frame.shortTitle ?? frame.title,
    marking: frame.marking,
    positive: frame.sides?.positive.inSentence,
    pages: pagesOf(reading.whole),
    clocks: clocksOf(reading),
    ledger: { sequence: reading.kept.sequence, taken: instantText(reading.kept.recorded) },
    replay: replayText(),
    whatIf: reading.whatIf && whatIfFrame(reading.whatIf, reading.balance),
    held: reading.events.whole
      ? undefined
      : `Shown one by one: the newest ${figureText(mostHeld, "count")} of ${figureText(reading.events.count, "count")} events. All of them count in every figure.`,
  };
}

/** The pages a case has data for. */
export function pagesOf(study: Case): CaseFrame["pages"] {
  const pages: [path: string, name: string, shown: boolean][] = [
    ["", "Overview", true],
    ["events", "Events", study.events.length > 0],
    ["actors", "Actors", study.actors.length > 0],
    ["factors", "Factors", study.factors.length > 0],
    ["scenarios", "Scenarios", study.factors.length > 0],
    ["indicators", "Indicators", study.indicators.length > 0],
    ["parliament", "Parliament", study.case.motion !== undefined],
    ["change-of-mind", "Change of mind", study.factors.length > 0],
    ["stakeholders", "Stakeholders", study.stakeholders.length > 0],
    ["judgements", "Judgements", study.judgements.length > 0],
    ["sources", "Sources", study.sources.length > 0],
    ["history", "History", true],
    ["method", "Method", true],
  ];
  return pages.filter(([, , shown]) => shown).map(([path, name]) => ({ path, name }));
}

export function clocksOf({ balance: { asOf, knownAt, study }, days: ticks, opening, last }: Reading): CaseClocks {
  const from = Math.min(opening, asOf);
  const to = Math.max(last, asOf, from + 1);
  return {
    asOf,
    knownAt,
    opening,
    last,
    outside: outsideOf(study, asOf),
    ticks,
    previous: ticks.findLast(({ day }) => day < asOf)?.day ?? (asOf > opening ? opening : undefined),
    next: ticks.find(({ day }) => day > asOf)?.day ?? (asOf < last ? last : undefined),
    rail: { from, to, months: monthsWithin(from, to) },
  };
}

function outsideOf({ case: { period } }: Case, day: Day): CaseClocks["outside"] {
  const { start = -Infinity, end = Infinity } = spanOf(period);
  return day < start ? "before" : day > end ? "after" : undefined;
}
