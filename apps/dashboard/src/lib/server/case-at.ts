import {
  asKnown,
  dailyEvidence,
  dayOf,
  eventSpan,
  isoDate,
  openingDay,
  scaledFactors,
  shiftsOf,
  type Case,
  type Day,
  type Event,
  type SpreadShift,
} from "@mizan/model";
import { NotFoundError, remaining, writtenBy } from "@mizan/store";
import type { KeptCase } from "./kept-case.ts";
import { ledger } from "./store.ts";

/** A case has so many events held one by one; of more, the newest that had begun, and the rest as sums. */
export const mostHeld = 1000;

/** A case at a moment, with the events it holds one by one and what the others come to. */
export interface CaseAt {
  /** As it was written by the day of knowledge; what of that could be known by then is the reading's to say. */
  study: Case;
  gathered: readonly SpreadShift[];
  /** Events that could be known and are not merely expected, and whether all of the case's events are held. */
  events: { count: number; whole: boolean };
  /** Days on which events began, rising, and how many of all. */
  days: readonly { day: Day; count: number }[];
}

/** A case as a moment asks for it; `asked` names an event that is held whatever its day. METHODS §2 and §10. */
export async function caseAt(
  id: string,
  kept: KeptCase,
  { asOf, knownAt }: { asOf: Day; knownAt: Day | undefined },
  asked?: string,
): Promise<CaseAt> {
  const store = await ledger();
  const window = await store.window(id, { asOf, knownAt, most: mostHeld });
  const count = window.days.reduce((sum, day) => sum + day.count, 0);
  if (window.whole) {
    const study =
      knownAt === undefined
        ? { ...kept.standing, events: window.events }
        : await asWritten(id, kept, window.events, knownAt);
    return { study, gathered: [], events: { count, whole: true }, days: daysOf(study, knownAt) };
  }
  const events = asked === undefined ? window.events : await withAsked(id, window.events, asked);
  const study = { ...kept.standing, events };
  const held = shiftsOf(knownAt === undefined ? study : asKnown(study, knownAt));
  const gathered = byDay(study, remaining(window.spans, held), asOf);
  return { study, gathered, events: { count, whole: false }, days: window.days };
}

/** Evidence spread over its days, one row for each factor and day: as many as the case has days, whatever its events. */
function byDay(study: Case, spans: readonly SpreadShift[], asOf: Day): SpreadShift[] {
  const factors = scaledFactors(study);
  const from = Math.min(openingDay(study), asOf);
  const evidence = dailyEvidence(factors, spans, from, asOf);
  return factors.flatMap(({ id: factor, scale }) =>
    (
      [
        ["fading", scale.halfLifeDays],
        ["lasting", Infinity],
      ] as const
    ).flatMap(([kind, halfLifeDays]) => {
      const { mean, variance } = evidence[kind].get(factor)!;
      return [...mean.keys()].flatMap((i) =>
        mean[i] === 0 && variance[i] === 0
          ? []
          : [{ factor, start: from + i, end: from + i, mean: mean[i]!, variance: variance[i]!, halfLifeDays }],
      );
    }),
  );
}

/**
 * A case as its records stood at the end of a day of knowledge: what it came with, and what was written by then. A case
 * with more events than are held is read as its records stand now.
 */
async function asWritten(id: string, kept: KeptCase, events: Event[], knownAt: Day): Promise<Case> {
  const { standing, sequence, recorded, cameWith } = kept;
  if (sequence === cameWith || dayOf(recorded.slice(0, 10)) <= knownAt) return { ...standing, events };
  return writtenBy(await ledger(), id, isoDate(knownAt));
}

async function withAsked(id: string, events: Event[], asked: string): Promise<Event[]> {
  if (events.some((event) => event.id === asked)) return events;
  try {
    return [...events, (await (await ledger()).record(id, "events", asked)).body];
  } catch (error) {
    if (error instanceof NotFoundError) return events;
    throw error;
  }
}

function daysOf(study: Case, knownAt: Day | undefined): CaseAt["days"] {
  const opening = openingDay(study);
  const counts = new Map<Day, number>();
  for (const event of (knownAt === undefined ? study : asKnown(study, knownAt)).events) {
    if (event.expected) continue;
    const { start } = eventSpan(event, opening);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts].map(([day, count]) => ({ day, count })).toSorted((a, b) => a.day - b.day);
}
