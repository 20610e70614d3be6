import { join } from "node:path";
import type { Engine } from "./engine.ts";
import type { Entry } from "./entry.ts";
import { BackupError, NotFoundError, ReadOnlyError, UnavailableError } from "./errors.ts";
import { commitRequests } from "./commit.ts";
import { readWindow } from "./event-window.ts";
import { groupCommit } from "./group-commit.ts";
import { openHeads, readHeads, type HeadNote, type HeadNotes, type Heads } from "./heads.ts";
import { ledgerLines } from "./ledger-line.ts";
import { caseDigest, changesInto, loadCase } from "./load.ts";
import { readCases, readEntries, readHead, readOne, readRecords, readStudy, tailOf } from "./reading.ts";
import { appendRequest, isId, type AppendRequest } from "./request.ts";
import { backupLines, takeLines } from "./restore.ts";
import type { StandingCache } from "./sheet.ts";
import { readVersions } from "./standing-record.ts";
import type { LedgerLine, Store } from "./store.ts";
import type { CaseTable, Reader } from "./tables.ts";
import { verifyChain } from "./verify.ts";

/** A store over an engine, with its heads noted in a folder where there is one. */
export async function ledgerStore(engine: Engine, headsFolder: string | undefined): Promise<Store> {
  const headsPath = headsFolder === undefined ? undefined : join(headsFolder, `heads.${engine.name}.json`);
  const heads = await noted(engine, headsPath).catch(async (error: unknown) => {
    await engine.close();
    throw engine.failure(error);
  });
  const closed = new UnavailableError(`${engine.origin}: the store is closed`);
  const cache: StandingCache = new Map();
  let open = true;

  const commits = groupCommit<AppendRequest, Entry[]>(
    async (requests) => {
      const { outcomes, tails } = await commitRequests(engine, requests, cache);
      tails.forEach(committed);
      return outcomes;
    },
    (error) => isOfTheStore(engine.failure(error)),
  );

  function committed({ case_id: caseId, length, head }: CaseTable): void {
    heads?.note(caseId, { length, head });
    engine.committed(caseId, length);
  }

  /** Runs what a method does, and words what the engine says when it fails. */
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (!open) throw closed;
    try {
      return await work();
    } catch (error) {
      throw engine.failure(error);
    }
  }

  function writing<T>(work: () => Promise<T>): Promise<T> {
    return guarded(async () => {
      if (engine.readOnly) throw new ReadOnlyError(`${engine.origin}: opened for reading only`);
      return work();
    });
  }

  /** Reads in one view, so that nothing committed meanwhile comes between two of its queries. */
  async function atOnce<T>(read: (db: Reader) => Promise<T>): Promise<T> {
    const { db, end } = await engine.snapshot();
    try {
      return await read(db);
    } finally {
      await end();
    }
  }

  async function* lines(): AsyncGenerator<LedgerLine> {
    if (!open) throw closed;
    const { db, end } = await engine.snapshot();
    try {
      yield* ledgerLines(db);
    } finally {
      await end();
    }
  }

  return {
    engine: engine.name,
    append: (caseId, changes, options) =>
      writing(() => {
        if (!isId(caseId)) throw new NotFoundError(`${caseId}: no such case`);
        return commits.submit(appendRequest(caseId, changes, options));
      }),
    load: (study, { author }) =>
      writing(() =>
        commits.alone(async () => {
          const { outcome, tail } = await loadCase(engine, study, appendRequest(study.case.id, [], { author }).author);
          if (tail) committed(tail);
          return outcome;
        }),
      ),
    amendInto: (given, caseId, options) =>
      writing(async () => {
        const study = { ...given, case: { ...given.case, id: caseId as typeof given.case.id } };
        const [before, versions] = await atOnce(async (db) => [
          await readStudy(db, caseId, {}),
          await readVersions(db, caseId),
        ]);
        const request = appendRequest(caseId, changesInto(before, versions, study), options);
        return commits.submit({ ...request, loaded: await caseDigest(study) });
      }),
    cases: () => guarded(() => readCases(engine.reader)),
    head: (caseId) => guarded(() => readHead(engine.reader, caseId)),
    study: (caseId, options = {}) => guarded(() => readStudy(engine.reader, caseId, options)),
    records: (caseId, kind, options = {}) => guarded(() => readRecords(engine.reader, caseId, kind, options)),
    record: (caseId, kind, id) => guarded(() => readOne(engine.reader, caseId, kind, id)),
    entries: (caseId, options = {}) => guarded(() => readEntries(engine.reader, caseId, options)),
    entriesSince: (caseId, sequence) =>
      guarded(() => readEntries(engine.reader, caseId, { after: sequence, limit: Infinity })),
    watch: (listener) => engine.watch(listener),
    window: (caseId, options) => guarded(() => atOnce((db) => readWindow(db, caseId, options))),
    verify: (caseId, { head } = {}) =>
      guarded(async () => {
        // Read before the database, of which it may say less and must not say more.
        const notes: HeadNotes = headsPath === undefined ? new Map() : await readHeads(headsPath);
        return atOnce(async (db) => {
          const caseIds = caseId === undefined ? await knownCases(db, notes) : [caseId];
          if (caseId !== undefined && !notes.has(caseId)) await tailOf(db, caseId);
          const found = [];
          for (const id of caseIds) found.push(await verifyChain(db, id, notes.get(id), head));
          return found;
        });
      }),
    backup: (to) => guarded(() => engine.backup(to)),
    restore: (from) =>
      writing(() =>
        commits.alone(async () => {
          const tails = await takeLines(engine, typeof from === "string" ? backupLines(from) : from);
          tails.forEach(committed);
        }),
      ),
    lines,
    close: async () => {
      if (!open) return;
      open = false;
      await commits.close(closed);
      try {
        await heads?.settle();
      } catch (error) {
        throw engine.failure(error);
      } finally {
        await engine.close();
      }
    },
  };
}

async function noted(engine: Engine, path: string | undefined): Promise<Heads | undefined> {
  if (path === undefined || engine.readOnly) return undefined;
  return openHeads(path, await chainsOf(engine.reader), (caseId, note) => bearsOut(engine.reader, caseId, note));
}

/** Errors that would meet every request alike, so that trying them one by one is no use. */
function isOfTheStore(error: unknown): boolean {
  return error instanceof UnavailableError || error instanceof ReadOnlyError || error instanceof BackupError;
}

async function chainsOf(db: Reader): Promise<Map<string, HeadNote>> {
  const rows = await db.selectFrom("cases").select(["case_id", "length", "head"]).execute();
  return new Map(rows.map(({ case_id, length, head }) => [case_id, { length, head }]));
}

async function bearsOut(db: Reader, caseId: string, { length, head }: HeadNote): Promise<boolean> {
  const entry = await db
    .selectFrom("entries")
    .select("hash")
    .where("case_id", "=", caseId)
    .where("sequence", "=", length)
    .executeTakeFirst();
  return entry?.hash === head;
}

async function knownCases(db: Reader, notes: HeadNotes): Promise<string[]> {
  const rows = await db.selectFrom("cases").select("case_id").execute();
  const chains = await db.selectFrom("entries").select("case_id").distinct().execute();
  return [...new Set([...rows, ...chains].map(({ case_id }) => case_id).concat([...notes.keys()]))].toSorted();
}
