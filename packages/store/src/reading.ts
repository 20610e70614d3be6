import { sql } from "kysely";
import { recordKinds, type Case, type Frame, type RecordKind } from "@mizan/model";
import type { Entry, EntryKind, StoredRecord } from "./entry.ts";
import { NotFoundError } from "./errors.ts";
import { foldedRecords, sequenceAt } from "./fold.ts";
import { instantOf, microsecondsOf } from "./instant.ts";
import { isId } from "./request.ts";
import { entryOf } from "./seal.ts";
import { currentRows, emptyKinds, placedRecord } from "./standing-record.ts";
import type { CaseHead, EntriesOptions, RecordPage, RecordsOptions, StudyOptions } from "./store.ts";
import type { CaseTable, Reader } from "./tables.ts";

const usualEntries = 1000;
const usualRecords = 100;

/** The chain's end of a case that is there. */
export async function tailOf(db: Reader, caseId: string): Promise<CaseTable> {
  const tail = isId(caseId)
    ? await db.selectFrom("cases").selectAll().where("case_id", "=", caseId).executeTakeFirst()
    : undefined;
  if (!tail) throw new NotFoundError(`${caseId}: no such case`);
  return tail;
}

export async function readCases(db: Reader): Promise<CaseHead[]> {
  return (await headRows(db).execute()).map(headOf).toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

export async function readHead(db: Reader, caseId: string): Promise<CaseHead> {
  const row = isId(caseId) ? await headRows(db).where("cases.case_id", "=", caseId).executeTakeFirst() : undefined;
  if (!row) throw new NotFoundError(`${caseId}: no such case`);
  return headOf(row);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof headRows>["execute"]>>[number];

function headRows(db: Reader) {
  return db
    .selectFrom("cases")
    .innerJoin("records", (join) => join.onRef("records.case_id", "=", "cases.case_id").on("records.kind", "=", "case"))
    .innerJoin("entries", (join) =>
      join.onRef("entries.case_id", "=", "records.case_id").onRef("entries.sequence", "=", "records.version"),
    )
    .select(["cases.case_id", "cases.length", "cases.head", "cases.recorded", "cases.came_with", "entries.body"]);
}

function headOf({ case_id, length, head, recorded, came_with, body }: HeadRow): CaseHead {
  return {
    caseId: case_id,
    frame: JSON.parse(body!) as Frame,
    sequence: length,
    head,
    recorded,
    cameWith: came_with,
  };
}

export async function readStudy(db: Reader, caseId: string, { recordedBy, kinds }: StudyOptions): Promise<Case> {
  const tail = await tailOf(db, caseId);
  const wanted: EntryKind[] = ["case", ...(kinds ?? recordKinds)];
  const rows =
    recordedBy === undefined
      ? await currentRows(db, caseId).where("records.kind", "in", wanted).orderBy("records.place").execute()
      : await pastRows(db, caseId, await upTo(db, tail, recordedBy), wanted);
  const study = { case: undefined as Frame | undefined, ...emptyKinds() };
  for (const { kind, body } of rows)
    if (kind === "case") study.case = JSON.parse(body!) as Frame;
    else study[kind].push(JSON.parse(body!));
  if (!study.case) throw new NotFoundError(`${caseId}: not yet in the ledger by ${recordedBy}`);
  return study as unknown as Case;
}

async function upTo(db: Reader, tail: CaseTable, recordedBy: number | string): Promise<number> {
  if (typeof recordedBy === "number") return Math.min(recordedBy, tail.length);
  return sequenceAt(db, tail.case_id, instantOf(microsecondsOf(recordedBy)), tail.length);
}

function pastRows(db: Reader, caseId: string, sequence: number, kinds: readonly EntryKind[]) {
  return db
    .selectFrom(foldedRecords(db, caseId, sequence).where("e.kind", "in", kinds).as("folded"))
    .innerJoin("entries", (join) =>
      join.onRef("entries.case_id", "=", "folded.case_id").onRef("entries.sequence", "=", "folded.version"),
    )
    .select(["folded.kind", "entries.body"])
    .orderBy("folded.place")
    .execute();
}

export async function readRecords<K extends RecordKind>(
  db: Reader,
  caseId: string,
  kind: K,
  { after, limit = usualRecords }: RecordsOptions,
): Promise<RecordPage<K>> {
  await tailOf(db, caseId);
  const rows = await currentRows(db, caseId)
    .where("records.kind", "=", kind)
    .where("records.place", ">", placeAfter(after))
    .orderBy("records.place")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const records = page.map((row) => withoutPlace<K>(row));
  const last = page.at(-1);
  return rows.length > limit && last ? { records, next: String(last.place) } : { records };
}

function placeAfter(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw new NotFoundError(`no page starts at ${JSON.stringify(cursor)}`);
  return Number(cursor);
}

export async function readOne<K extends EntryKind>(
  db: Reader,
  caseId: string,
  kind: K,
  id: string,
): Promise<StoredRecord<K>> {
  const row =
    isId(caseId) && isId(id)
      ? await currentRows(db, caseId)
          .where("records.kind", "=", kind)
          .where("records.record", "=", id)
          .executeTakeFirst()
      : undefined;
  if (row) return withoutPlace<K>(row);
  await tailOf(db, caseId);
  throw new NotFoundError(`${caseId}: ${kind} ${id}: no such record`);
}

function withoutPlace<K extends EntryKind>(row: Parameters<typeof placedRecord>[0]): StoredRecord<K> {
  const { place: _, ...record } = placedRecord(row);
  return record as StoredRecord<K>;
}

export async function readEntries(db: Reader, caseId: string, options: EntriesOptions): Promise<Entry[]> {
  await tailOf(db, caseId);
  if (options.record !== undefined && !isId(options.record)) return [];
  const rows = await db
    .selectFrom("entries")
    .select([
      ...(["case_id", "sequence", "action", "kind", "record", "author", "recorded", "reason"] as const),
      ...(["previous", "hash", "body"] as const),
    ])
    .where("case_id", "=", caseId)
    .where("sequence", "in", sequencesAsked(db, caseId, options))
    .orderBy("sequence", options.before === undefined ? "asc" : "desc")
    .execute();
  return rows.map(entryOf);
}

/**
 * The entries that are asked for, by sequence. Events are the many of a case and lie close together in its chain; other
 * kinds and single records are few, and are found by their index where the sequence is reckoned: no engine then walks
 * the whole chain for them.
 */
function sequencesAsked(
  db: Reader,
  caseId: string,
  { after = 0, before, kind, record, limit = usualEntries }: EntriesOptions,
) {
  const few = record !== undefined || (kind !== undefined && kind !== "events");
  const sequence = few ? sql<number>`sequence + 0` : sql<number>`sequence`;
  const kinds: readonly EntryKind[] = kind === undefined ? ["case", ...recordKinds] : [kind];
  return db
    .selectFrom("entries")
    .select("sequence")
    .where("case_id", "=", caseId)
    .where(sequence, ">", after)
    .$if(before !== undefined, (query) => query.where(sequence, "<", before!))
    .$if(few || kind !== undefined, (query) => query.where("kind", "in", kinds))
    .$if(record !== undefined, (query) => query.where("record", "=", record!))
    .orderBy(sequence, before === undefined ? "asc" : "desc")
    .$if(Number.isFinite(limit), (query) => query.limit(limit));
}
