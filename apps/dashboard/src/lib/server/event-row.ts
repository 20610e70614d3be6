import {
  citationWeight,
  eventSpan,
  methodOf,
  type Citation,
  type Day,
  type Event,
  type EventKind,
  type LanguageMap,
  type Rung,
} from "@mizan/model";
import { periodTextWithin } from "@mizan/model/words";
import { hasBegun } from "./begun.ts";
import { yearOf, type AtDay } from "./cited.ts";
import type { Reading } from "./reading.ts";

/** An event in a line. */
export interface EventRow {
  id: string;
  title: LanguageMap;
  label: LanguageMap;
  kind: EventKind;
  when: string;
  start: Day;
  end: Day;
  /** What it adds to the index, in points; undefined where it moves nothing. */
  points: number | undefined;
  /** The side its shifts favour, also in a case without an index. */
  side: -1 | 0 | 1;
  rung: Rung | undefined;
  expected: boolean;
  /** The weightiest citation. */
  cited: { grade: string; name: LanguageMap; published: string; place: string | undefined } | undefined;
}

/** The events that can be known and have begun by the day, newest first; expected ones before them all. */
export function eventRows({ balance, opening }: Reading): EventRow[] {
  const points = new Map(balance.contributions.map(({ record, points }) => [record as string, points]));
  return balance.study.events
    .filter((event) => hasBegun(event, balance.asOf, opening))
    .map((event) => eventRow(balance, event, opening, points.get(event.id)))
    .toSorted((a, b) => Number(b.expected) - Number(a.expected) || b.end - a.end || b.start - a.start);
}

/** One event as a row, given what it adds to the index. */
export function eventRow(balance: AtDay, event: Event, opening: Day, points: number | undefined): EventRow {
  const { start, end } = eventSpan(event, opening);
  return {
    id: event.id,
    title: event.title,
    label: event.shortTitle ?? event.title,
    kind: event.kind,
    when: periodTextWithin(event.when, yearOf(balance.asOf)),
    start,
    end,
    points,
    side: sideOfShifts(event),
    rung: event.attribution?.rung,
    expected: event.expected ?? false,
    cited: weightiest(balance, event.citations ?? []),
  };
}

function sideOfShifts({ effects }: Event): -1 | 0 | 1 {
  const sum = effects.reduce((total, { shift }) => total + shift, 0);
  return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

function weightiest({ study, asOf }: AtDay, citations: readonly Citation[]): EventRow["cited"] {
  const method = methodOf(study);
  const best = citations.toSorted((a, b) => citationWeight(b.grade, method) - citationWeight(a.grade, method))[0];
  if (!best) return undefined;
  const source = study.sources.find(({ id }) => id === best.source)!;
  return {
    grade: best.grade,
    name: source.name,
    published: periodTextWithin(best.published, yearOf(asOf)),
    place: best.place,
  };
}
