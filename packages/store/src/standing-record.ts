import { recordKinds, type Event, type Frame, type RecordKind } from "@mizan/model";
import { shiftTerms, standingOf, type ShiftTerms, type Standing, type StandingCase } from "@mizan/model/ledger";
import type { EntryKind, RecordOf, StoredRecord } from "./entry.ts";
import type { Reader } from "./tables.ts";

/** A record as it stands, and where it stands among its kind. */
export interface PlacedRecord extends StoredRecord<EntryKind> {
  place: number;
}

/** A case without its events: small, whatever its events are, and all that an event is judged against. */
export interface StandingRecords {
  records: ReadonlyMap<string, PlacedRecord>;
  study: StandingCase;
  standing: Standing;
  terms: ShiftTerms;
}

/** What a record is found by within its case. */
export function recordKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

/** The case's records but its events; none for a case that is not there. */
export async function readStanding(db: Reader, caseId: string): Promise<PlacedRecord[]> {
  return placedRecords(
    await currentRows(db, caseId).where("records.kind", "!=", "events").orderBy("records.place").execute(),
  );
}

/** The version that each record of a case stands at, by its key. */
export async function readVersions(db: Reader, caseId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("records")
    .select(["kind", "record", "version"])
    .where("case_id", "=", caseId)
    .execute();
  return new Map(rows.map(({ kind, record, version }) => [recordKey(kind, record), version]));
}

/** The events of a case among those asked for. */
export async function readEvents(db: Reader, caseId: string, ids: readonly string[]): Promise<PlacedRecord[]> {
  const found: PlacedRecord[] = [];
  for (let from = 0; from < ids.length; from += mostIds)
    found.push(
      ...placedRecords(
        await currentRows(db, caseId)
          .where("records.kind", "=", "events")
          .where("records.record", "in", ids.slice(from, from + mostIds))
          .execute(),
      ),
    );
  return found;
}

const mostIds = 5000;

/** The events of a case, some at a time, in their order; where `holding` is given, only those whose JSON holds one of these. */
export async function* eventsOf(
  db: Reader,
  caseId: string,
  holding: readonly string[] = [],
): AsyncGenerator<PlacedRecord[]> {
  for (let after = 0; ;) {
    const rows = await currentRows(db, caseId)
      .where("records.kind", "=", "events")
      .where("records.place", ">", after)
      .$if(holding.length > 0, (query) =>
        query.where((eb) => eb.or(holding.map((text) => eb("entries.body", "like", `%${text}%`)))),
      )
      .orderBy("records.place")
      .limit(eventsAtATime)
      .execute();
    if (rows.length > 0) yield placedRecords(rows);
    if (rows.length < eventsAtATime) return;
    after = rows.at(-1)!.place;
  }
}

const eventsAtATime = 2000;

/** The records of a case as they stand, each with its body from the entry it stands on. */
export function currentRows(db: Reader, caseId: string) {
  return db
    .selectFrom("records")
    .innerJoin("entries", (join) =>
      join.onRef("entries.case_id", "=", "records.case_id").onRef("entries.sequence", "=", "records.version"),
    )
    .where("records.case_id", "=", caseId)
    .select(["records.kind", "records.record", "records.place", "records.version", "entries.recorded", "entries.body"]);
}

interface CurrentRow {
  kind: EntryKind;
  record: string;
  place: number;
  version: number;
  recorded: string;
  body: string | null;
}

export function placedRecord({ kind, record, place, version, recorded, body }: CurrentRow): PlacedRecord {
  return { kind, id: record, place, version, recorded, body: JSON.parse(body!) as RecordOf };
}

function placedRecords(rows: readonly CurrentRow[]): PlacedRecord[] {
  return rows.map(placedRecord);
}

/** Records but events, made ready to judge by. They must hold the frame. */
export function standingRecords(records: Iterable<PlacedRecord>): StandingRecords {
  const ordered = [...records].toSorted((a, b) => a.place - b.place);
  const study = { case: undefined as unknown as Frame, ...emptyKinds() } as unknown as StandingCase;
  for (const { kind, body } of ordered)
    if (kind === "case") study.case = body as Frame;
    else (study[kind as Exclude<RecordKind, "events">] as unknown[]).push(body);
  return {
    records: new Map(ordered.map((record) => [recordKey(record.kind, record.id), record])),
    study,
    standing: standingOf(study),
    terms: shiftTerms(study),
  };
}

export function emptyKinds(): Record<RecordKind, unknown[]> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, []])) as unknown as Record<RecordKind, unknown[]>;
}

export function eventOf({ body }: PlacedRecord): Event {
  return body as Event;
}
