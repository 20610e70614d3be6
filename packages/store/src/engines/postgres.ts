import { open as openFile } from "node:fs/promises";
import type { Pool } from "pg";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { Engine } from "../engine.ts";
import { BackupError, ReadOnlyError, StoreError, UnavailableError } from "../errors.ts";
import { ledgerLines } from "../ledger-line.ts";
import { isMigrated, migrate } from "../migrations.ts";
import type { ServerLocation } from "../open-store.ts";
import { addedUp, columns, type Reader, type Tables } from "../tables.ts";
import { channel, listen } from "./notices.ts";

/** Opens a database of a PostgreSQL server; any number of processes may. */
export async function postgresEngine({ url, readOnly = false }: ServerLocation): Promise<Engine> {
  const { default: pg } = await import("pg");
  const origin = originOf(url);
  const pool: Pool = new pg.Pool({ connectionString: url, max: 10, application_name: "mizan" });
  // An idle connection that breaks is replaced; the query that needs it next says so if it cannot be.
  pool.on("error", () => {});
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (!readOnly) await migrate(reader, "postgres");
    else if (!(await isMigrated(reader, "postgres")))
      throw new UnavailableError(`${origin}: made by another version: open it once for writing`);
    const notices = await listen(() => new pg.Client({ connectionString: url, application_name: "mizan" }), reader);
    return { ...engineOf(origin, readOnly, reader), watch: notices.watch, close: closing(reader, notices.close) };
  } catch (error) {
    await reader.destroy();
    throw postgresFailure(error, origin);
  }
}

function closing(reader: Reader, stopNotices: () => Promise<void>) {
  return async () => {
    await stopNotices();
    await reader.destroy();
  };
}

function engineOf(origin: string, readOnly: boolean, reader: Reader): Omit<Engine, "watch" | "close"> {
  const snapshot: Engine["snapshot"] = async () => {
    const transaction = await reader
      .startTransaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute();
    return { db: transaction, end: async () => void (await transaction.rollback().execute()) };
  };
  return {
    name: "postgres",
    origin,
    readOnly,
    reader,
    transaction: (work) => {
      if (readOnly) throw new ReadOnlyError(`${origin}: opened for reading only`);
      return reader.transaction().execute(work);
    },
    lock: async (writer, caseIds) => {
      for (const caseId of caseIds.toSorted())
        await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 0))`.execute(writer);
    },
    insert: async (writer, table, rows) => {
      for (let from = 0; from < rows.length; from += mostRows)
        await insertion(table, rows.slice(from, from + mostRows)).execute(writer);
    },
    announce: async (writer, caseId, sequence) => {
      await sql`select pg_notify(${channel}, ${`${sequence} ${caseId}`})`.execute(writer);
    },
    committed: () => {},
    snapshot,
    backup: async (to) => {
      const { db, end } = await snapshot();
      try {
        await writeLines(to, db);
      } finally {
        await end();
      }
    },
    failure: (error) => postgresFailure(error, origin),
  };
}

const mostRows = 5000;

/** All rows in one statement, as one JSON text. */
function insertion<T extends keyof Tables>(table: T, rows: readonly object[]) {
  const adding = addedUp[table];
  const types = Object.entries<string>(columns[table]);
  const names = sql.join(types.map(([name]) => sql.ref(name)));
  const typed = sql.join(types.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`));
  const added = (name: string) =>
    sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`;
  const conflict = adding
    ? sql` on conflict (${sql.join(adding.key.map((name) => sql.ref(name)))}) do update set ${sql.join(adding.add.map(added))}`
    : sql``;
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (${typed})`;
  return sql`insert into ${sql.table(table)} (${names}) select ${names} from ${given}${conflict}`;
}

/** A backup is a file of one JSON line each; it is whole once it ends in the line that says so. */
async function writeLines(to: string, db: Reader): Promise<void> {
  const file = await openFile(to, "wx").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "EEXIST") throw new BackupError(`${to}: there is a file already`, { cause });
    throw cause;
  });
  try {
    for await (const line of ledgerLines(db)) await file.write(`${JSON.stringify(line)}\n`);
    await file.write(`${JSON.stringify({ line: "end" })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The address without its user and password. */
function originOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

const unavailable = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "ENOSPC"]);
/** What the driver says, without a code, of a connection that is gone or that it did not get. */
const unconnected =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool|Client (has|was))/;

function postgresFailure(error: unknown, origin: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = "code" in error ? String(error.code) : "";
  const cause = { cause: error };
  if (code === "25006") return new ReadOnlyError(`${origin}: cannot be written: ${error.message}`, cause);
  if (code === "53100") return new UnavailableError(`${origin}: the disk is full: nothing was written`, cause);
  if (/^(08|53|57P|58|28|3D)/.test(code) || unavailable.has(code) || unconnected.test(error.message))
    return new UnavailableError(`${origin}: ${error.message || code}`, cause);
  return error;
}
