import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Database, Statement } from "better-sqlite3";
import { Kysely, SqliteDialect, type Insertable } from "kysely";
import type { Engine } from "../engine.ts";
import { BackupError, LockedError, NotFoundError, ReadOnlyError, UnavailableError } from "../errors.ts";
import { isMigrated, migrate } from "../migrations.ts";
import type { FolderLocation } from "../open-store.ts";
import { addedUp, columns, type Reader, type Tables } from "../tables.ts";
import { newListeners } from "./listeners.ts";

const fileName = "mizan.db";
/** On this Node and older ones, the driver ends the process. */
const tooOldNode = 20;

/** Opens the SQLite file of a folder: one writer at a time, readers beside it. */
export async function sqliteEngine({ folder, readOnly = false, largestBytes }: FolderLocation): Promise<Engine> {
  if (Number(process.versions.node.split(".")[0]) <= tooOldNode)
    throw new UnavailableError(`${folder}: SQLite needs Node 22.17 or newer, and this is ${process.versions.node}`);
  const { default: Sqlite } = await import("better-sqlite3");
  const file = join(folder, fileName);
  if (readOnly && !existsSync(file)) throw new NotFoundError(`${folder}: no store in this folder`);

  const opened = new Set<Database>();
  const open = (path: string, options: { readonly?: boolean; timeout?: number } = {}): Database => {
    const database = new Sqlite(path, { timeout: 5000, ...options });
    opened.add(database);
    return database;
  };
  const close = (database: Database) => {
    opened.delete(database);
    database.close();
  };

  try {
    if (!readOnly) {
      await mkdir(folder, { recursive: true });
      takeLock(open(join(folder, "mizan.lock"), { timeout: 0 }), folder);
    }
    const writing = readOnly ? undefined : open(file);
    if (writing) await prepare(writing, largestBytes);
    const reading = open(file, { readonly: true });
    const reader = kyselyOf(reading);
    if (readOnly && !(await isMigrated(reader, "sqlite")))
      throw new UnavailableError(`${folder}: made by another version: open it once for writing`);
    return engineOf({ folder, file, reader, writing, open, close, opened });
  } catch (error) {
    [...opened].toReversed().forEach(close);
    throw sqliteFailure(error, folder);
  }
}

/** Held by the operating system until this process ends, however it ends. */
function takeLock(sidecar: Database, folder: string): void {
  try {
    sidecar.exec("begin exclusive");
  } catch (cause) {
    if (codeOf(cause).startsWith("SQLITE_BUSY"))
      throw new LockedError(`${folder}: another process writes this store`, { cause });
    throw cause;
  }
}

async function prepare(writing: Database, largestBytes: number | undefined): Promise<void> {
  writing.pragma("journal_mode = wal");
  writing.pragma("synchronous = full");
  writing.pragma("journal_size_limit = 67108864");
  writing.pragma("cache_size = -32768");
  await whole(writing, () => migrate(kyselyOf(writing), "sqlite"));
  if (largestBytes !== undefined) {
    const pageSize = writing.pragma("page_size", { simple: true }) as number;
    writing.pragma(`max_page_count = ${Math.floor(largestBytes / pageSize)}`);
  }
}

/** Runs all of some work or none, whatever ends it: on SQLite, Kysely makes tables outside of transactions. */
async function whole<T>(writing: Database, work: () => Promise<T>): Promise<T> {
  writing.exec("begin immediate");
  try {
    const answer = await work();
    writing.exec("commit");
    return answer;
  } catch (error) {
    if (writing.inTransaction) writing.exec("rollback");
    throw error;
  }
}

function kyselyOf(database: Database): Reader {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}

interface Parts {
  folder: string;
  file: string;
  reader: Reader;
  writing: Database | undefined;
  open: (path: string, options?: { readonly?: boolean }) => Database;
  close: (database: Database) => void;
  opened: ReadonlySet<Database>;
}

function engineOf({ folder, file, reader, writing, open, close, opened }: Parts): Engine {
  const writer = writing && kyselyOf(writing);
  const statements = new Map<string, Statement>();
  const listeners = newListeners();
  const snapshotOf = () => {
    const database = open(file, { readonly: true });
    database.exec("begin");
    database.prepare("select count(*) from cases").get();
    return database;
  };

  return {
    name: "sqlite",
    origin: folder,
    readOnly: writing === undefined,
    reader,
    transaction: async (work) => {
      if (!writing || !writer) throw new ReadOnlyError(`${folder}: opened for reading only`);
      return whole(writing, () => work(writer));
    },
    lock: async () => {},
    insert: async (_writer, table, rows) => {
      const statement = statements.get(table) ?? writing!.prepare(insertion(writer!, table));
      statements.set(table, statement);
      const names = Object.keys(columns[table]);
      for (const row of rows) statement.run(names.map((name) => (row as Record<string, unknown>)[name]));
    },
    announce: async () => {},
    committed: listeners.tell,
    watch: listeners.watch,
    snapshot: async () => {
      const database = snapshotOf();
      return { db: kyselyOf(database), end: async () => close(database) };
    },
    backup: async (to) => {
      if (existsSync(to)) throw new BackupError(`${to}: there is a file already`);
      const part = `${to}.part`;
      await rm(part, { force: true });
      const source = snapshotOf();
      try {
        await source.backup(part);
      } finally {
        close(source);
      }
      const copy = open(part);
      copy.pragma("journal_mode = delete");
      close(copy);
      await rename(part, to);
    },
    failure: (error) => sqliteFailure(error, folder),
    close: async () => [...opened].toReversed().forEach(close),
  };
}

/** The statement that inserts one row of a table, as Kysely writes it. */
function insertion<T extends keyof Tables>(db: Reader, table: T): string {
  const adding = addedUp[table];
  const row = Object.fromEntries(Object.keys(columns[table]).map((name) => [name, 0]));
  return db
    .insertInto(table)
    .values(row as unknown as Insertable<Tables[T]>)
    .$if(adding !== undefined, (query) =>
      query.onConflict((conflict) =>
        conflict
          .columns(adding!.key as never)
          .doUpdateSet(
            (eb) =>
              Object.fromEntries(
                adding!.add.map((name) => [
                  name,
                  eb(eb.ref(`${table}.${name}` as never), "+", eb.ref(`excluded.${name}` as never)),
                ]),
              ) as never,
          ),
      ),
    )
    .compile().sql;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function sqliteFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  const cause = { cause: error };
  if (code.startsWith("SQLITE_READONLY") || code === "EROFS" || code === "EACCES")
    return new ReadOnlyError(`${folder}: cannot be written: ${(error as Error).message}`, cause);
  if (code === "SQLITE_FULL" || code === "ENOSPC")
    return new UnavailableError(`${folder}: the disk is full: nothing was written`, cause);
  if (/^SQLITE_(IOERR|BUSY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL|LOCKED)/.test(code))
    return new UnavailableError(`${folder}: ${(error as Error).message}`, cause);
  return error;
}
