import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { recordKinds, type Case } from "@mizan/model";
import { recordDifferences } from "@mizan/model/diff";
import { shiftTerms } from "@mizan/model/ledger";
import type { Engine } from "./engine.ts";
import type { Change, EntryKind, RecordOf } from "./entry.ts";
import { oneBehind } from "./one-behind.ts";
import { insertEvents, newTally, tallyEvents, writeReferences, writeSums } from "./evidence-table.ts";
import { writeFirstRecords } from "./fold.ts";
import { instantAfter, instantOf } from "./instant.ts";
import { canonical, newTail, seal } from "./seal.ts";
import type { LoadOutcome } from "./store.ts";
import { recordKey } from "./standing-record.ts";
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

/** What has to change for a case, whose records stand at some versions, to become another reading of it. */
export function changesInto(before: Case, versions: ReadonlyMap<string, number>, study: Case): Change[] {
  const bodies = new Map([...recordsOf(study)].map(({ kind, body }) => [recordKey(kind, body.id), body]));
  return recordDifferences(before, study).map(({ change, kind, record }): Change => {
    const key = recordKey(kind, record);
    const [version, body] = [versions.get(key)!, bodies.get(key)];
    if (change === "added") return { action: "add", kind, body };
    if (change === "retracted") return { action: "retract", kind, record, version };
    return { action: "amend", kind, record, version, body };
  });
}
