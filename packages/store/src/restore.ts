import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Kysely, SqliteDialect } from "kysely";
import type { Engine } from "./engine.ts";
import { BackupError, ConflictError } from "./errors.ts";
import { insertEvents, newTally, tallyEvents, writeReferences, writeSums } from "./evidence-table.ts";
import { rebuildRecords } from "./fold.ts";
import { ledgerLines } from "./ledger-line.ts";
import { canonical, entryRow, newTail, sha256, type Unsealed } from "./seal.ts";
import { eventsOf, readStanding, standingRecords } from "./standing-record.ts";
import type { LedgerLine } from "./store.ts";
import type { CaseTable, EntryTable, Tables, Writer } from "./tables.ts";

const atATime = 2000;

/** The lines of a backup file of either engine. */
export async function* backupLines(path: string): AsyncGenerator<LedgerLine> {
  if (await isSqlite(path)) {
    const { default: Sqlite } = await import("better-sqlite3");
    const database = new Sqlite(path, { readonly: true });
    try {
      yield* ledgerLines(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }));
    } finally {
      database.close();
    }
    return;
  }
  let whole = false;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const line = parsed(text, path);
    whole = line.line === "end";
    if (line.line !== "end") yield line;
  }
  if (!whole) throw new BackupError(`${path}: the backup breaks off before its end`);
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new BackupError(`${path}: cannot be read: ${cause.code}`, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(15), 0, 15, 0);
    return buffer.toString("latin1", 0, bytesRead) === "SQLite format 3";
  } finally {
    await file.close();
  }
}

function parsed(text: string, path: string): LedgerLine | { line: "end" } {
  try {
    const line = JSON.parse(text) as LedgerLine | { line: "end" };
    if (["case", "entry", "key", "end"].includes(line.line)) return line;
  } catch {
    // Said below, as for a line of another form.
  }
  throw new BackupError(`${path}: not a backup`);
}

/** Takes in the cases of some lines, all or none. Gives the ends of their chains. */
export async function takeLines(engine: Engine, lines: AsyncIterable<LedgerLine>): Promise<CaseTable[]> {
  return engine.transaction(async (writer) => {
    const tails: CaseTable[] = [];
    let rows: EntryTable[] = [];
    const finish = async () => {
      await engine.insert(writer, "entries", rows);
      rows = [];
      const tail = tails.at(-1);
      if (tail) await finishCase(engine, writer, tail);
    };
    for await (const line of lines) {
      if (line.line === "case") {
        await finish();
        tails.push(await startCase(engine, writer, line));
      } else if (line.line === "entry") {
        rows.push(nextEntry(tails.at(-1), line));
        if (rows.length < atATime) continue;
        await engine.insert(writer, "entries", rows);
        rows = [];
        await nextTurn();
      } else {
        const { caseId, key, digest, first, last } = line;
        await engine.insert(writer, "keys", [{ case_id: caseId, key, digest, first, last }]);
      }
    }
    await finish();
    return tails;
  });
}

async function startCase(
  engine: Engine,
  writer: Writer,
  { caseId, loaded, cameWith }: Extract<LedgerLine, { line: "case" }>,
): Promise<CaseTable> {
  await engine.lock(writer, [caseId]);
  const there = await writer.selectFrom("cases").select("length").where("case_id", "=", caseId).executeTakeFirst();
  if (there) throw new ConflictError(`${caseId}: there already, so it is not taken from a backup`);
  return { ...newTail(caseId), loaded, came_with: cameWith };
}

/** The next entry of a chain as it is kept, if it is that. */
function nextEntry(tail: CaseTable | undefined, line: Extract<LedgerLine, { line: "entry" }>): EntryTable {
  const sequence = (tail?.length ?? 0) + 1;
  const broken = (why: string) => new BackupError(`${line.caseId}: entry ${sequence}: ${why}: nothing was restored`);
  if (!tail || tail.case_id !== line.caseId) throw broken("not of the case it stands under");
  if (sha256(line.text) !== line.hash) throw broken("its text does not have its hash");
  const { body, ...entry } = JSON.parse(line.text) as Unsealed & { body?: unknown };
  if (entry.sequence !== sequence || entry.previous !== tail.head || entry.caseId !== line.caseId)
    throw broken("it does not follow the one before");
  if ((line.body === null) !== (body === undefined)) throw broken("its body is not the one that was hashed");
  if (line.body !== null && canonical(JSON.parse(line.body)) !== canonical(body))
    throw broken("its body is not the one that was hashed");
  tail.length = sequence;
  tail.head = line.hash;
  tail.recorded = entry.recorded;
  if (entry.kind !== "events") tail.settled = sequence;
  return entryRow(entry, line);
}

/** Makes everything that follows from a chain. */
async function finishCase(engine: Engine, writer: Writer, tail: CaseTable): Promise<void> {
  const caseId = tail.case_id;
  await rebuildRecords(writer, caseId);
  const { terms } = standingRecords(await readStanding(writer, caseId));
  const tally = newTally(caseId);
  for await (const events of eventsOf(writer, caseId)) {
    await insertEvents(engine, writer, tallyEvents(tally, terms, events));
    await nextTurn();
  }
  await writeSums(engine, writer, tally);
  await writeReferences(engine, writer, tally);
  await engine.insert(writer, "cases", [{ ...tail, known_through: tally.knownThrough }]);
  await engine.announce(writer, caseId, tail.length);
}
