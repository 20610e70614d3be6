import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newDatabase, startServer as startPostgres } from "@mizan/store/postgres-server";

/** A place for a server's ledger on one engine: the environment that names it. */
export interface Place {
  name: "SQLite" | "PostgreSQL";
  env: Record<string, string>;
}

/** The limits of one address, out of the way of a measurement. */
export const unlimited = {
  MIZAN_READS_PER_MINUTE: "100000000",
  MIZAN_WRITES_PER_MINUTE: "100000000",
  MIZAN_STREAMS_PER_CLIENT: "100000",
};

/** Lends an empty place of each engine, on a disk that is waited for, one after the other. */
export async function atEachEngine(use: (place: Place) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mizan-bench-"));
  const only = process.env["MIZAN_BENCH_ENGINE"];
  try {
    if (only !== "PostgreSQL") await use({ name: "SQLite", env: { MIZAN_DATA: join(folder, "sqlite") } });
    if (only === "SQLite") return;
    const server = await startPostgres(["max_wal_size=4GB", "shared_buffers=256MB"]);
    try {
      const url = await newDatabase(server.url);
      await use({ name: "PostgreSQL", env: { MIZAN_DATA: join(folder, "postgres"), MIZAN_DATABASE_URL: url } });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
