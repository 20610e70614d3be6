import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreLocation } from "../src/index.ts";
import { newDatabase, startServer } from "../test/postgres-server.ts";

/** A place to measure one engine at, on a disk that is waited for. */
export interface MeasuredPlace {
  name: "SQLite" | "PostgreSQL";
  location: StoreLocation & { folder: string };
}

/**
 * Lends an empty place of each engine, one after the other, and takes it away again; of the one alone that
 * `MIZAN_BENCH_ENGINE` names, where it names one.
 */
export async function atEachEngine(use: (place: MeasuredPlace) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "mizan-bench-"));
  const only = process.env["MIZAN_BENCH_ENGINE"];
  try {
    if (only !== "PostgreSQL") await use({ name: "SQLite", location: { folder: join(folder, "sqlite") } });
    if (only === "SQLite") return;
    const server = await startServer(["max_wal_size=4GB", "shared_buffers=256MB"]);
    try {
      const url = await newDatabase(server.url);
      await use({ name: "PostgreSQL", location: { url, folder: join(folder, "postgres") } });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
