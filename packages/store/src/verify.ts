import { setImmediate as nextTurn } from "node:timers/promises";
import { misreadRecords } from "./fold.ts";
import type { HeadNote } from "./heads.ts";
import { canonical, noHash, sha256 } from "./seal.ts";
import type { EntryTable, Reader } from "./tables.ts";
import type { Fault, FaultKind, Verification } from "./verification.ts";

const atATime = 1000;
/** Entries count from 1; one put before them is found all the same. */
const beforeAll = -2_000_000_000;

/** An entry that was in order, by which those after it are measured. */
type Mark = Pick<EntryTable, "sequence" | "hash">;

/** A chain as it is walked along: where it should be, and what was found. */
interface Walk {
  faults: Fault[];
  /** The entry expected next, by its column. */
  next: number;
  /** How many entries were inserted so far: the texts of the others count without them. */
  inserted: number;
  /** The last two entries in order. */
  marks: Mark[];
  /** What the text of the last entry says it is. */
  saidLast: unknown;
  count: number;
  head: string;
  noted: HeadNote | undefined;
  hashes: { wanted: string | undefined; found: boolean };
}

/** Walks along one chain, and holds it against a note of its end and a hash noted elsewhere. */
export async function verifyChain(
  db: Reader,
  caseId: string,
  noted: HeadNote | undefined,
  head: string | undefined,
): Promise<Verification> {
  const walk: Walk = {
    faults: [],
    next: 1,
    inserted: 0,
    marks: [{ sequence: 0, hash: noHash }],
    saidLast: undefined,
    count: 0,
    head: noHash,
    noted,
    hashes: { wanted: head, found: head === undefined },
  };
  for (let after = beforeAll; ;) {
    const rows = await db
      .selectFrom("entries")
      .selectAll()
      .where("case_id", "=", caseId)
      .where("sequence", ">", after)
      .orderBy("sequence")
      .limit(atATime + 1)
      .execute();
    rows.slice(0, atATime).forEach((row, i) => step(walk, row, rows[i + 1]));
    if (rows.length <= atATime) break;
    after = rows[atATime - 1]!.sequence;
    await nextTurn();
  }
  await closeWalk(db, caseId, walk, noted);
  return { caseId, length: walk.count, head: walk.head, faults: walk.faults };
}

function add(walk: Walk, fault: FaultKind, sequence: number, text: string): void {
  walk.faults.push({ fault, sequence, text: `entry ${sequence}${text}` });
}

function step(walk: Walk, row: EntryTable, following: EntryTable | undefined): void {
  if (walk.next < row.sequence) add(walk, "missing", walk.next, rangeText(walk.next, row.sequence - 1, "missing"));
  walk.next = row.sequence + 1;
  walk.count++;
  walk.head = row.hash;
  walk.hashes.found ||= row.hash === walk.hashes.wanted;

  const text = textOf(row);
  if (text && wasPushedOn(walk, row, text, following)) {
    walk.inserted++;
    const at = row.sequence - 1;
    walk.faults = walk.faults.filter(({ sequence }) => sequence !== at);
    add(walk, "inserted", at, ` was inserted: entry ${row.sequence} was written as entry ${String(text["sequence"])}`);
    walk.marks = [{ ...walk.marks.findLast(({ sequence }) => sequence < at)!, sequence: at }];
  }
  const fault = faultOf(walk, row, text);
  if (fault) add(walk, ...fault);
  if (fault?.[0] !== "edited" && fault?.[0] !== "swapped") walk.marks = [...walk.marks.slice(-1), row];
  walk.saidLast = text?.["sequence"];
}

/** Whether an entry was written right after the one before the last, so that the last was put in between. */
function wasPushedOn(walk: Walk, row: EntryTable, text: EntryFields, following: EntryTable | undefined): boolean {
  const expected = row.sequence - walk.inserted;
  const before = walk.marks.find(({ sequence }) => sequence === row.sequence - 2);
  if (text["sequence"] !== expected - 1 || text["previous"] !== before?.hash) return false;
  const next = following && textOf(following)?.["sequence"];
  const changedPlaces = walk.saidLast === expected && (next === undefined || next === expected + 1);
  return !changedPlaces;
}

function faultOf(walk: Walk, row: EntryTable, text: EntryFields | undefined): [FaultKind, number, string] | undefined {
  const { sequence } = row;
  const expected = sequence - walk.inserted;
  const said = text?.["sequence"];
  if (typeof said === "number" && said !== expected)
    return ["swapped", sequence, `: in its place stands what was written as entry ${said}`];
  const edit = editOf(row, text, expected);
  if (edit) return ["edited", sequence, `: ${edit}`];
  const before = walk.marks.find((mark) => mark.sequence === sequence - 1);
  if (before && before.hash !== row.previous)
    return ["rewritten", sequence - 1, ` was rewritten: entry ${sequence} was written after another`];
  if (walk.noted?.length === expected && walk.noted.head !== row.hash)
    return ["rewritten", sequence, ", or one before it, was rewritten: its hash is not the one noted"];
  return undefined;
}

function rangeText(first: number, last: number, what: string): string {
  return first === last ? ` is ${what}` : ` and all up to ${last} are ${what}`;
}

/** What the text of an entry says. */
type EntryFields = Record<string, unknown>;

function textOf({ text }: EntryTable): EntryFields | undefined {
  try {
    const fields = JSON.parse(text) as unknown;
    return typeof fields === "object" && fields !== null ? (fields as EntryFields) : undefined;
  } catch {
    return undefined;
  }
}

/** What of an entry does not belong together. */
function editOf(row: EntryTable, text: EntryFields | undefined, sequence: number): string | undefined {
  if (!text) return "its text is not one that was written";
  if (sha256(row.text) !== row.hash) return "its text does not have its hash";
  const columns: EntryFields = {
    caseId: row.case_id,
    sequence,
    action: row.action,
    kind: row.kind,
    record: row.record,
    author: row.author,
    recorded: row.recorded,
    reason: row.reason ?? undefined,
    previous: row.previous,
  };
  for (const [name, value] of Object.entries(columns))
    if (text[name] !== value) return `its ${name} is not the one that was hashed`;
  return bodyText(row.body) === (text["body"] === undefined ? undefined : canonical(text["body"]))
    ? undefined
    : "its body is not the one that was hashed";
}

function bodyText(body: string | null): string | undefined {
  if (body === null) return undefined;
  try {
    return canonical(JSON.parse(body));
  } catch {
    return "";
  }
}

async function closeWalk(db: Reader, caseId: string, walk: Walk, noted: HeadNote | undefined): Promise<void> {
  const end = walk.next - 1;
  const written = end - walk.inserted;
  const tail = await db.selectFrom("cases").selectAll().where("case_id", "=", caseId).executeTakeFirst();
  const length = Math.max(noted?.length ?? 0, tail?.length ?? 0);
  if (length > written) add(walk, "cut off", end + 1, rangeText(end + 1, length, "cut off"));
  else if (!tail) add(walk, "misread", end, ": the table of cases does not have this case");
  else if (tail.length < written)
    add(walk, "inserted", tail.length + 1, " was inserted: the chain was written no further than the one before");
  else if (tail.head !== walk.head && walk.faults.length === 0)
    add(walk, "rewritten", end, " was rewritten: the chain's end is not the one that was written");
  if (!walk.hashes.found)
    walk.faults.push({ fault: "no such head", sequence: end, text: `no entry has the hash ${walk.hashes.wanted}` });
  if (walk.faults.length > 0) return;
  for (const { kind, record, version } of await misreadRecords(db, caseId))
    add(walk, "misread", version, `: the table of current records has ${kind} ${record} otherwise`);
}
