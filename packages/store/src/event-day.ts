import { eventSpan, knownDay, type Event } from "@mizan/model";
import type { ShiftTerms } from "@mizan/model/ledger";
import { neverKnown, type EventDayTable } from "./tables.ts";

/** When an event was, and whether a reading holds it whatever else it leaves out: what is expected, and what sets a state. */
export function eventDay(caseId: string, event: Event, { opening }: Pick<ShiftTerms, "opening">): EventDayTable {
  const { start, end } = eventSpan(event, opening);
  return {
    case_id: caseId,
    event: event.id,
    start_day: start,
    end_day: end,
    known_from: knownDay(event) ?? neverKnown,
    expected: event.expected ? 1 : 0,
    sets: event.sets?.length ? 1 : 0,
  };
}
