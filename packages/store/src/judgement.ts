import { recordKinds, type Problem } from "@mizan/model";
import {
  eventProblems,
  offeredReferences,
  readRecord,
  standingProblems,
  type EventReference,
} from "@mizan/model/ledger";
import type { Change, EntryKind, RecordOf } from "./entry.ts";
import { ConflictError, NotFoundError, UnfitError } from "./errors.ts";
import { fieldDifferences } from "./field-difference.ts";
import { instantAfter, instantOf } from "./instant.ts";
import { isId, type AppendRequest } from "./request.ts";
import { canonical } from "./seal.ts";
import { recordOn, type Sheet } from "./sheet.ts";
import { eventOf, recordKey, standingRecords, type PlacedRecord, type StandingRecords } from "./standing-record.ts";
import type { Writer } from "./tables.ts";

/** A change that fits by itself: the record before and after it. */
export interface FitChange {
  action: Change["action"];
  kind: EntryKind;
  id: string;
  /** Of the entry it becomes, and when that is recorded. */
  sequence: number;
  recorded: string;
  before: PlacedRecord | undefined;
  after: PlacedRecord | undefined;
  /** The record after it as JSON, in its own order of keys and in RFC 8785's. */
  text: { json: string; canonical: string } | undefined;
}

/** Changes that fit by themselves, and the case without its events as it would be after them. */
export interface Fit {
  changes: readonly FitChange[];
  /** Why the case would not hold together after them. */
  problems: readonly Problem[];
  standing: StandingRecords;
  /** Something that events are judged against was taken away: which, or the opening day moved. */
  lost: readonly EventReference[];
  openingMoved: boolean;
  /** What turns effects into shifts is no longer the same. */
  termsChanged: boolean;
}

/** Judges a request against a sheet, but for what only a look at all events can tell. Throws if a change does not fit. */
export async function judge(writer: Writer, sheet: Sheet, { caseId, changes }: AppendRequest): Promise<Fit> {
  const opens = changes[0]?.action === "add" && changes[0].kind === "case";
  if (!sheet.standing && !opens) throw new NotFoundError(`${caseId}: no such case`);

  const problems: Problem[] = [];
  const fit: FitChange[] = [];
  const changed = new Set<string>();
  const now = instantAfter(sheet.recorded);
  for (const [position, change] of changes.entries()) {
    const entry = { sequence: sheet.tail.length + 1 + position, recorded: instantOf(now + position) };
    const one = await judgeOne(writer, sheet, change, entry, problems);
    if (one === undefined) continue;
    const key = recordKey(one.kind, one.id);
    if (changed.has(key))
      problems.push({ path: placeOf(one.kind, one.id), problem: "changed twice in one call", value: one.id });
    changed.add(key);
    fit.push(one);
  }
  if (problems.length > 0) throw new UnfitError(`${caseId} does not fit the model`, problems);

  const standing = standingAfter(sheet, fit);
  if (standing !== sheet.standing) problems.push(...standingProblems(standing.standing));
  for (const { kind, after } of fit)
    if (kind === "events" && after) problems.push(...eventProblems(eventOf(after), standing.standing));
  const { opening, method } = standing.terms;
  const before = sheet.standing?.terms;
  return {
    changes: fit,
    problems,
    standing,
    lost: lostReferences(sheet.standing, standing),
    openingMoved: before !== undefined && opening !== before.opening,
    termsChanged:
      before !== undefined && (opening !== before.opening || canonical(method) !== canonical(before.method)),
  };
}

async function judgeOne(
  writer: Writer,
  sheet: Sheet,
  change: Change,
  entry: Pick<FitChange, "sequence" | "recorded">,
  problems: Problem[],
): Promise<FitChange | undefined> {
  const { action, kind } = change;
  if (kind !== "case" && !recordKinds.includes(kind)) {
    const problem = "unknown kind of record";
    problems.push({ path: [], problem, value: kind });
    return undefined;
  }
  const id = action === "add" ? idOf(change.body) : change.record;
  const before = isId(id) ? recordOn(sheet, kind, id) : undefined;
  if (action === "add" ? before : before?.version !== change.version)
    throw await stale(writer, sheet, change, before, String(id));
  if (action === "retract") {
    if (kind === "case") problems.push({ path: ["case"], problem: "a case keeps its frame", value: id });
    return { ...entry, action, kind, id: change.record, before, after: undefined, text: undefined };
  }
  const reading = readRecord(kind, change.body, isId(id) ? id : "new");
  if (reading.problems) {
    problems.push(...reading.problems);
    return undefined;
  }
  const body = reading.record as RecordOf;
  const kept = action === "amend" ? change.record : kind === "case" ? sheet.caseId : body.id;
  if (body.id !== kept) {
    problems.push({ path: [...placeOf(kind, kept), "id"], problem: `expected the id ${kept}`, value: body.id });
    return undefined;
  }
  try {
    const text = { json: JSON.stringify(body), canonical: canonical(body) };
    const { sequence: version, recorded } = entry;
    const after = { kind, id: body.id, place: before?.place ?? version, version, recorded, body };
    return { ...entry, action, kind, id: body.id, before, after, text };
  } catch (error) {
    problems.push({ path: placeOf(kind, body.id), problem: (error as Error).message.toLowerCase(), value: body.id });
    return undefined;
  }
}

function idOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && Object.hasOwn(body, "id")
    ? (body as { id: unknown }).id
    : undefined;
}

function placeOf(kind: EntryKind, id: string): string[] {
  return kind === "case" ? ["case"] : [kind, id];
}

/** Why a change that rests on another version cannot be taken. */
async function stale(
  writer: Writer,
  { caseId }: Sheet,
  change: Change,
  current: PlacedRecord | undefined,
  id: string,
): Promise<Error> {
  const name = change.kind === "case" ? `${caseId}: the frame` : `${caseId}: ${change.kind} ${id}`;
  if (!current) return new NotFoundError(`${name}: no such record`);
  const { place: _, ...record } = current;
  if (change.action === "add")
    return new ConflictError(`${name} is there already`, record, fieldDifferences(record.body, change.body, undefined));
  const read = Number.isSafeInteger(change.version)
    ? await writer
        .selectFrom("entries")
        .select("body")
        .where("case_id", "=", caseId)
        .where("sequence", "=", Math.min(change.version, record.version))
        .where("kind", "=", change.kind)
        .where("record", "=", id)
        .executeTakeFirst()
    : undefined;
  const body = read?.body ? (JSON.parse(read.body) as object) : undefined;
  const submitted = change.action === "amend" ? change.body : undefined;
  return new ConflictError(
    `${name} is at version ${record.version}, not ${change.version}`,
    record,
    fieldDifferences(record.body, submitted, body),
  );
}

function standingAfter({ standing }: Sheet, changes: readonly FitChange[]): StandingRecords {
  const settling = changes.filter(({ kind }) => kind !== "events");
  if (standing && settling.length === 0) return standing;
  const records = new Map(standing?.records);
  for (const { kind, id, after } of settling)
    if (after) records.set(recordKey(kind, id), after);
    else records.delete(recordKey(kind, id));
  return standingRecords(records.values());
}

/** What the case offered to its events before and does not any more. */
function lostReferences(before: StandingRecords | undefined, after: StandingRecords): EventReference[] {
  if (!before || before === after) return [];
  const kept = new Set(offeredReferences(after.study).map(({ kind, id }) => `${kind} ${id}`));
  return offeredReferences(before.study).filter(({ kind, id }) => !kept.has(`${kind} ${id}`));
}
