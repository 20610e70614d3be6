import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { recordKinds, type Case } from "@mizan/model";
import { shiftTerms } from "@mizan/model/ledger";
import type { Engine } from "./engine.ts";
import type { Change, EntryKind, RecordOf } from "./entry.ts";
import { oneBehind } from "./one-behind.ts";
import { insertEvents, newTally, tallyEvents, writeReferences, writeSums } from "./evidence-table.ts";
import { writeFirstRecords } from "./fold.ts";
import { instantAfter, instantOf } from "./instant.ts";
import { canonical, newTail, seal } from "./seal.ts";
import type { LoadOutcome } from "./store.ts";
import { eventsOf, recordKey, type PlacedRecord } from "./standing-record.ts";
import type { CaseTable, EntryTable, Writer } from "./tables.ts";

const atATime = 2000;

/** Every record of a case in the order it is written in: the frame, then kind by kind. */
function* recordsOf(study: Case): Generator<{ kind: EntryKind; body: RecordOf }> {
  yield { kind: "case", body: study.case };
  for (const kind of recordKinds) for (const body of study[kind]) yield { kind, body };
}

/**
 * A digest of a case's folder that is the same for the same records in the same order, however their keys are ordered.
 * Alerts are left out: they are raised by the server, and a folder without any says nothing of them.
 */
export async function caseDigest(study: Case): Promise<string> {
  const digest = folderDigest();
  let count = 0;
  for (const { kind, body } of recordsOf(study)) {
    digest.add(kind, canonical(body));
    if (++count % atATime === 0) await nextTurn();
  }
  return digest.text();
}

function folderDigest() {
  const digest = createHash("sha256");
  return {
    add(kind: EntryKind, text: string) {
      if (kind !== "alerts") digest.update(`${kind} ${text}\n`);
    },
    text: () => digest.digest("hex"),
  };
}

/** Takes a case in, unless it is there: then says whether it is what was last loaded. Gives the new end of the chain. */
export async function loadCase(
  engine: Engine,
  study: Case,
  author: string,
): Promise<{ outcome: LoadOutcome; tail?: CaseTable }> {
  const caseId = study.case.id;
  return engine.transaction(async (writer) => {
    await engine.lock(writer, [caseId]);
    const there = await writer.selectFrom("cases").select("loaded").where("case_id", "=", caseId).executeTakeFirst();
    if (there) return { outcome: there.loaded === (await caseDigest(study)) ? "same" : "different" };
    const tail = await writeChain(engine, writer, study, author);
    await writeFirstRecords(writer, caseId);
    await writeEvidence(engine, writer, study, tail);
    await engine.insert(writer, "cases", [tail]);
    await engine.announce(writer, caseId, tail.length);
    return { outcome: "loaded", tail };
  });
}

async function writeChain(engine: Engine, writer: Writer, study: Case, author: string): Promise<CaseTable> {
  const caseId = study.case.id;
  const digest = folderDigest();
  let recorded = instantAfter(0);
  const tail = newTail(caseId);
  const behind = oneBehind();
  let rows: EntryTable[] = [];
  for (const { kind, body } of recordsOf(study)) {
    const text = { json: JSON.stringify(body), canonical: canonical(body) };
    digest.add(kind, text.canonical);
    tail.length++;
    tail.recorded = instantOf(recorded++);
    if (kind !== "events") tail.settled = tail.length;
    const { length: sequence, recorded: at, head: previous } = tail;
    const entry = { caseId, sequence, action: "add" as const, kind, record: body.id, author, recorded: at, previous };
    const row = seal(entry, text);
    tail.head = row.hash;
    rows.push(row);
    if (rows.length === atATime) {
      const full = rows;
      await behind.hand(() => engine.insert(writer, "entries", full));
      rows = [];
      await nextTurn();
    }
  }
  await behind.hand(() => engine.insert(writer, "entries", rows));
  await behind.done();
  tail.loaded = digest.text();
  tail.came_with = tail.length;
  return tail;
}

async function writeEvidence(engine: Engine, writer: Writer, study: Case, tail: CaseTable): Promise<void> {
  const terms = shiftTerms(study);
  const tally = newTally(tail.case_id);
  const behind = oneBehind();
  for (let from = 0; from < study.events.length; from += atATime) {
    const events = study.events.slice(from, from + atATime).map((body) => ({ body }));
    const rows = tallyEvents(tally, terms, events);
    await behind.hand(() => insertEvents(engine, writer, rows));
    await nextTurn();
  }
  await behind.done();
  await writeSums(engine, writer, tally);
  await writeReferences(engine, writer, tally);
  tail.known_through = tally.knownThrough;
}

/** What has to change for the records that stand to become a case. */
export function changesInto(records: readonly PlacedRecord[], study: Case): Change[] {
  const left = new Map(records.map((record) => [recordKey(record.kind, record.id), record]));
  const changes: Change[] = [];
  for (const { kind, body } of recordsOf(study)) {
    const key = recordKey(kind, body.id);
    const current = left.get(key);
    left.delete(key);
    if (!current) changes.push({ action: "add", kind, body });
    else if (canonical(current.body) !== canonical(body))
      changes.push({ action: "amend", kind, record: body.id, version: current.version, body });
  }
  for (const { kind, id, version } of left.values()) changes.push({ action: "retract", kind, record: id, version });
  return changes;
}

/** Every event of a case as it stands. */
export async function allEvents(db: Writer, caseId: string): Promise<PlacedRecord[]> {
  const all: PlacedRecord[] = [];
  for await (const some of eventsOf(db, caseId)) all.push(...some);
  return all;
}
