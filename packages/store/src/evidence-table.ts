import type { Event } from "@mizan/model";
import { eventReferences, type ShiftTerms } from "@mizan/model/ledger";
import type { Engine } from "./engine.ts";
import { eventDay } from "./event-day.ts";
import { shiftRows } from "./shift-row.ts";
import { addShift, type SumChanges } from "./sums.ts";
import { neverKnown, type EventDayTable, type ReferenceTable, type ShiftTable, type Writer } from "./tables.ts";

/** Makes a case's shifts and their sums anew. Gives the last day on which anything becomes known. */
export async function rebuildShifts(
  engine: Engine,
  writer: Writer,
  caseId: string,
  terms: ShiftTerms,
  events: AsyncIterable<readonly { body: unknown }[]>,
): Promise<number> {
  await writer.deleteFrom("shifts").where("case_id", "=", caseId).execute();
  await writer.deleteFrom("sums").where("case_id", "=", caseId).execute();
  await writer.deleteFrom("event_days").where("case_id", "=", caseId).execute();
  const tally = newTally(caseId);
  for await (const some of events) await insertEvents(engine, writer, tallyEvents(tally, terms, some));
  await writeSums(engine, writer, tally);
  return tally.knownThrough;
}

/** What a run through all events of a case adds up to. */
export interface Tally {
  caseId: string;
  sums: SumChanges;
  references: Map<string, ReferenceTable>;
  knownThrough: number;
}

export function newTally(caseId: string): Tally {
  return { caseId, sums: new Map(), references: new Map(), knownThrough: neverKnown };
}

/** Counts some events in: what they refer to, and what they do and when they were, which is given back. */
export function tallyEvents(tally: Tally, terms: ShiftTerms, events: readonly { body: unknown }[]): EventRows {
  const { caseId, references } = tally;
  const shifts = events.flatMap(({ body }) => shiftRows(caseId, body as Event, terms));
  for (const shift of shifts) {
    addShift(tally.sums, shift);
    if (shift.known_from > tally.knownThrough) tally.knownThrough = shift.known_from;
  }
  for (const { body } of events)
    for (const { kind, id } of eventReferences(body as Event)) {
      const key = `${kind} ${id}`;
      const row = references.get(key) ?? { case_id: caseId, kind, id, events: 0 };
      row.events++;
      references.set(key, row);
    }
  return { shifts, days: events.map(({ body }) => eventDay(caseId, body as Event, terms)) };
}

/** What the database keeps of some events beside their bodies. */
export interface EventRows {
  shifts: ShiftTable[];
  days: EventDayTable[];
}

export async function insertEvents(engine: Engine, writer: Writer, { shifts, days }: EventRows): Promise<void> {
  await engine.insert(writer, "shifts", shifts);
  await engine.insert(writer, "event_days", days);
}

export async function writeSums(engine: Engine, writer: Writer, { sums }: Tally): Promise<void> {
  await engine.insert(writer, "sums", [...sums.values()]);
}

export async function writeReferences(engine: Engine, writer: Writer, { references }: Tally): Promise<void> {
  await engine.insert(writer, "event_references", [...references.values()]);
}
