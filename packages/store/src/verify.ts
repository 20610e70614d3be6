import { setImmediate as nextTurn } from "node:timers/promises";
import { misreadRecords } from "./fold.ts";
import type { HeadNote } from "./heads.ts";
import { canonical, noHash, sha256 } from "./seal.ts";
import type { EntryTable, Reader } from "./tables.ts";
import type { Fault, FaultKind, Verification } from "./verification.ts";

const atATime = 1000;

/** A chain as it is walked along: where it should be, and what was found. */
interface Walk {
  faults: Fault[];
  /** The entry expected next, by its column. */
  next: number;
  /** How many entries were inserted so far: the texts of the others count without them. */
  inserted: number;
  last: Pick<EntryTable, "sequence" | "hash"> | undefined;
  /** The hash of the entry before the last. */
  base: string | undefined;
  /** Whether the last entry was itself in order, so that what follows may be measured by it. */
  sound: boolean;
  count: number;
  heads: Map<number, string>;
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
    last: undefined,
    base: undefined,
    sound: true,
    count: 0,
    heads: new Map(noted ? [[noted.length, noted.head]] : []),
    hashes: { wanted: head, found: head === undefined },
  };
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await db
      .selectFrom("entries")
      .selectAll()
      .where("case_id", "=", caseId)
      .where("sequence", ">", Math.max(after, -1_000_000_000))
      .orderBy("sequence")
      .limit(atATime)
      .execute();
    rows.forEach((row) => step(walk, row));
    if (rows.length < atATime) break;
    after = rows.at(-1)!.sequence;
    await nextTurn();
  }
  await closeWalk(db, caseId, walk, noted);
  return { caseId, length: walk.count, head: walk.last?.hash ?? noHash, faults: walk.faults };
}

function add(walk: Walk, fault: FaultKind, sequence: number, text: string): void {
  walk.faults.push({ fault, sequence, text: `entry ${sequence}${text}` });
}

function step(walk: Walk, row: EntryTable): void {
  walk.count++;
  if (walk.next < row.sequence) {
    add(walk, "missing", walk.next, rangeText(walk.next, row.sequence - 1, "missing"));
    lose(walk);
  }
  walk.next = row.sequence + 1;
  walk.hashes.found ||= row.hash === walk.hashes.wanted;

  const text = textOf(row);
  const expected = row.sequence - walk.inserted;
  const before = walk.last;
  if (text && before && text.sequence === expected - 1 && text.previous === walk.base) {
    // This entry was written right after the one before the last: the last was put in between.
    walk.inserted++;
    walk.faults = walk.faults.filter(({ sequence }) => sequence !== before.sequence);
    add(
      walk,
      "inserted",
      before.sequence,
      ` was inserted: entry ${row.sequence} was written as entry ${text.sequence}`,
    );
  } else if (text && typeof text.sequence === "number" && text.sequence !== expected) {
    add(walk, "swapped", row.sequence, `: in its place stands what was written as entry ${text.sequence}`);
    lose(walk);
    return;
  } else {
    const edited = editOf(row, text, expected);
    if (edited) {
      add(walk, "edited", row.sequence, `: ${edited}`);
      walk.base = before?.hash ?? noHash;
      walk.last = row;
      walk.sound = false;
      return;
    }
    if (walk.sound && row.previous !== (before?.hash ?? noHash))
      add(
        walk,
        "rewritten",
        Math.max(1, row.sequence - 1),
        ` was rewritten: entry ${row.sequence} was written after another`,
      );
  }
  const noted = walk.heads.get(row.sequence);
  if (noted !== undefined && noted !== row.hash)
    add(walk, "rewritten", row.sequence, ", or one before it, was rewritten: its hash is not the one noted");
  walk.base = before?.hash ?? noHash;
  walk.last = row;
  walk.sound = true;
}

/** Forgets what came before: nothing may be measured by it. */
function lose(walk: Walk): void {
  walk.last = undefined;
  walk.base = undefined;
  walk.sound = false;
}

function rangeText(first: number, last: number, what: string): string {
  return first === last ? ` is ${what}` : ` and all up to ${last} are ${what}`;
}

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
  const tail = await db.selectFrom("cases").selectAll().where("case_id", "=", caseId).executeTakeFirst();
  const length = Math.max(noted?.length ?? 0, tail?.length ?? 0);
  if (length > end) add(walk, "cut off", end + 1, rangeText(end + 1, length, "cut off"));
  else if (!tail) add(walk, "misread", end, ": the table of cases does not have this case");
  else if (tail.length < end)
    add(walk, "inserted", tail.length + 1, " was inserted: the chain was written no further than the one before");
  else if (tail.head !== walk.last?.hash && walk.sound)
    add(walk, "rewritten", end, " was rewritten: the chain's end is not the one that was written");
  if (!walk.hashes.found)
    walk.faults.push({ fault: "no such head", sequence: end, text: `no entry has the hash ${walk.hashes.wanted}` });
  if (walk.faults.length > 0) return;
  for (const { kind, record, version } of await misreadRecords(db, caseId))
    add(walk, "misread", version, `: the table of current records has ${kind} ${record} otherwise`);
}
