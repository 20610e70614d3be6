import { knownDay, publishedDay, type Event, type Shift } from "@mizan/model";
import { citationsOf, eventAsKnown, eventShifts, type ShiftTerms } from "@mizan/model/ledger";
import { forever, type ShiftTable } from "./tables.ts";

/**
 * What an event does to each factor, by what was known of it: its reports come out one after another, and each may
 * change the weight of all, or cut the days the event is spread over. One row for each stretch in which nothing changes.
 */
export function shiftRows(caseId: string, event: Event, terms: ShiftTerms): ShiftTable[] {
  if (event.effects.length === 0) return [];
  const rows: ShiftTable[] = [];
  const open = new Map<string, ShiftTable>();
  const days = knowledgeDays(event);
  for (const day of days) {
    // On the last day all of it is known.
    const [known] = day === days.at(-1) ? [event] : eventAsKnown(event, day);
    for (const shift of known ? eventShifts(known, terms) : []) {
      const last = open.get(shift.factor);
      const row = rowOf(caseId, shift, day);
      if (last && says(last, row)) continue;
      if (last) last.known_until = day;
      open.set(shift.factor, row);
      rows.push(row);
    }
  }
  return rows;
}

/** The days on which something of an event becomes known, rising. */
function knowledgeDays(event: Event): number[] {
  if (event.known === undefined) return [...new Set(citationsOf(event).map(publishedDay))].toSorted((a, b) => a - b);
  const first = knownDay(event);
  return first === undefined ? [] : [first];
}

function rowOf(caseId: string, shift: Shift, day: number): ShiftTable {
  return {
    case_id: caseId,
    event: shift.event,
    factor: shift.factor,
    known_from: day,
    known_until: forever,
    start_day: shift.start,
    end_day: shift.end,
    lasting: shift.halfLifeDays === Infinity ? 1 : 0,
    mean: shift.mean,
    variance: shift.variance,
  };
}

function says(a: ShiftTable, b: ShiftTable): boolean {
  return (
    a.start_day === b.start_day &&
    a.end_day === b.end_day &&
    a.lasting === b.lasting &&
    a.mean === b.mean &&
    a.variance === b.variance
  );
}
