import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { Event, EventId } from "../../event.ts";
import type { EventFilter, Rule } from "../../indicator.ts";
import { eventSpan, openingDay } from "../shift.ts";
import type { RuleReading } from "./indicator-status.ts";

interface Counted {
  id: EventId;
  start: Day;
  end: Day;
}

/** A count of events in a window of days that ends on the day: fires at `atLeast`, counts from the first. METHODS §11. */
export function countReading(
  study: Case,
  { of, withinDays, atLeast }: Extract<Rule, { kind: "count" }>,
): (day: Day) => RuleReading {
  const events = matching(study, of);
  return (day) => {
    const records = events.filter(({ start, end }) => start <= day && end > day - withinDays).map(({ id }) => id);
    const state = records.length >= atLeast ? "fired" : records.length > 0 ? "counting" : "quiet";
    return { state, value: records.length, threshold: atLeast, records };
  };
}

/** Days, from 0, without a matching event since the last one or the opening: fires at `forDays`. METHODS §11. */
export function absenceReading(
  study: Case,
  { of, forDays }: Extract<Rule, { kind: "absence" }>,
): (day: Day) => RuleReading {
  const events = matching(study, of);
  const opening = openingDay(study);
  return (day) => {
    const before = events.filter(({ start }) => start <= day);
    const last = before.reduce<Counted | undefined>(
      (a, b) => (a && Math.min(a.end, day) >= Math.min(b.end, day) ? a : b),
      undefined,
    );
    const value = Math.max(0, day - (last ? Math.min(last.end, day) : opening));
    return {
      state: value >= forDays ? "fired" : value > 0 ? "counting" : "quiet",
      value,
      threshold: forDays,
      records: last ? [last.id] : [],
    };
  };
}

function matching(study: Case, filter: EventFilter): Counted[] {
  const opening = openingDay(study);
  return study.events
    .filter((event) => !event.expected && meets(event, filter))
    .map((event) => ({ id: event.id, ...eventSpan(event, opening) }));
}

function meets(event: Event, { kinds, initiators, targets, factors, place }: EventFilter): boolean {
  const any = <Value>(wanted: readonly Value[] | undefined, found: readonly Value[]) =>
    !wanted || wanted.some((value) => found.includes(value));
  return (
    any(kinds, [event.kind]) &&
    any(initiators, event.initiators ?? []) &&
    any(targets, event.targets ?? []) &&
    any(
      factors,
      event.effects.map(({ factor }) => factor),
    ) &&
    (place === undefined ||
      Object.values(event.place?.name ?? {}).some((name) => name.toLowerCase().includes(place.toLowerCase())))
  );
}
