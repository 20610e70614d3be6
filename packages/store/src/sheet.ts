import type { Event } from "@mizan/model";
import { eventReferences, type EventReference, type ShiftTerms } from "@mizan/model/ledger";
import type { EntryKind, RecordOf } from "./entry.ts";
import { microsecondsOf } from "./instant.ts";
import { isId, type AppendRequest } from "./request.ts";
import { newTail } from "./seal.ts";
import { eventDay } from "./event-day.ts";
import { shiftRows } from "./shift-row.ts";
import {
  readEvents,
  readStanding,
  recordKey,
  standingRecords,
  type PlacedRecord,
  type StandingRecords,
} from "./standing-record.ts";
import { addShift, type SumChanges } from "./sums.ts";
import type { CaseTable, EntryTable, EventDayTable, KeyTable, ShiftTable, Writer } from "./tables.ts";

/** One case within one transaction: how it stands with all that was taken so far, and what of that is to be written. */
export interface Sheet {
  caseId: string;
  /** The chain's end; its length is 0 for a case that is new. */
  tail: CaseTable;
  /** The last recorded instant, in microseconds. */
  recorded: number;
  /** Undefined for a case that is new. */
  standing: StandingRecords | undefined;
  /** The events that the requests name, as they stand. */
  events: Map<string, PlacedRecord>;
  keys: Map<string, KeyTable>;
  pending: Pending;
  /** Whether the tail is to be written. */
  touched: boolean;
  /** Whether entries went to the database. */
  written: boolean;
}

/** What the database has not been given yet. */
export interface Pending {
  entries: EntryTable[];
  keys: KeyTable[];
  records: Map<string, PendingRecord>;
  references: Map<string, EventReference & { events: number }>;
  /** Events whose shifts in the database no longer count. */
  unshifted: Set<string>;
  shifts: Map<string, ShiftTable[]>;
  days: Map<string, EventDayTable>;
}

/** A record whose row in the database is to be taken out, put in, or both. */
export interface PendingRecord {
  kind: EntryKind;
  id: string;
  stale: boolean;
  row: PlacedRecord | undefined;
}

export function nothingPending(): Pending {
  return {
    entries: [],
    keys: [],
    records: new Map(),
    references: new Map(),
    unshifted: new Set(),
    shifts: new Map(),
    days: new Map(),
  };
}

/** What this process last knew of each case without its events; right as long as the case has not settled anew. */
export type StandingCache = Map<string, { settled: number; standing: StandingRecords }>;

/** A sheet for a case, with all that some requests need of it. */
export async function openSheet(
  writer: Writer,
  caseId: string,
  requests: readonly AppendRequest[],
  cache: StandingCache,
): Promise<Sheet> {
  const tail = await writer.selectFrom("cases").selectAll().where("case_id", "=", caseId).executeTakeFirst();
  const sheet = { caseId, events: new Map<string, PlacedRecord>(), keys: new Map(), pending: nothingPending() };
  const untouched = { touched: false, written: false };
  if (!tail) return { ...sheet, ...untouched, tail: newTail(caseId), recorded: 0, standing: undefined };

  const cached = cache.get(caseId);
  const standing =
    cached?.settled === tail.settled ? cached.standing : standingRecords(await readStanding(writer, caseId));
  for (const event of await readEvents(writer, caseId, eventsNamed(requests))) sheet.events.set(event.id, event);
  for (const key of await readKeys(writer, caseId, requests)) sheet.keys.set(key.key, key);
  return { ...sheet, ...untouched, tail: { ...tail }, recorded: microsecondsOf(tail.recorded), standing };
}

function eventsNamed(requests: readonly AppendRequest[]): string[] {
  const named = requests.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if (change.kind !== "events") return [];
      const id = change.action === "add" ? (change.body as { id?: unknown } | null)?.id : change.record;
      return isId(id) ? [id] : [];
    }),
  );
  return [...new Set(named)];
}

async function readKeys(writer: Writer, caseId: string, requests: readonly AppendRequest[]): Promise<KeyTable[]> {
  const keys = [...new Set(requests.flatMap(({ key }) => (key === undefined ? [] : [key])))];
  if (keys.length === 0) return [];
  return writer.selectFrom("keys").selectAll().where("case_id", "=", caseId).where("key", "in", keys).execute();
}

/** A record as the sheet has it. */
export function recordOn(sheet: Sheet, kind: EntryKind, id: string): PlacedRecord | undefined {
  return kind === "events" ? sheet.events.get(id) : sheet.standing?.records.get(recordKey(kind, id));
}

/** Notes what an event now counts on and does, in place of what it did before. Unless the shifts are all made anew. */
export function noteEvent(
  { caseId, pending, tail }: Sheet,
  id: string,
  before: RecordOf | undefined,
  after: RecordOf | undefined,
  terms: ShiftTerms,
): void {
  for (const [event, sign] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const reference of event === undefined ? [] : eventReferences(event as Event)) {
      const key = recordKey(reference.kind as EntryKind, reference.id);
      const noted = pending.references.get(key) ?? { ...reference, events: 0 };
      noted.events += sign;
      pending.references.set(key, noted);
    }
  if (before !== undefined && !pending.shifts.delete(id)) pending.unshifted.add(id);
  pending.days.delete(id);
  if (after === undefined) return;
  pending.days.set(id, eventDay(caseId, after as Event, terms));
  const rows = shiftRows(caseId, after as Event, terms);
  pending.shifts.set(id, rows);
  for (const { known_from } of rows) tail.known_through = Math.max(tail.known_through, known_from);
}

/** The sums that the pending shifts change, once those that no longer count are known. */
export function sumChanges({ shifts }: Pending, gone: readonly ShiftTable[]): SumChanges {
  const sums: SumChanges = new Map();
  for (const shift of gone) addShift(sums, shift, -1);
  for (const rows of shifts.values()) for (const shift of rows) addShift(sums, shift);
  return sums;
}
