import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { inject } from "vitest";
import { openStore, type Store, type StoreLocation } from "../src/index.ts";
import { dropDatabase, newDatabase, query } from "./postgres-server.ts";

/** A place for a store of one engine, and a way behind the store's back into its database. */
export interface Place {
  location: StoreLocation & { folder: string };
  open(changed?: object): Promise<Store>;
  /** Runs one statement in the database itself, as somebody who tampers with it would. */
  tamper(statement: string): Promise<unknown[]>;
  remove(): Promise<void>;
}

export const engines = ["sqlite", "postgres"] as const;

/** An empty place for a store. */
export async function newPlace(engine: (typeof engines)[number]): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "mizan-store-"));
  const opened: Store[] = [];
  const openAt = (location: StoreLocation) => async (changed: object) => {
    const store = await openStore({ ...location, ...changed });
    opened.push(store);
    return store;
  };
  const closeAll = async () => {
    for (const store of opened) await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  if (engine === "sqlite") {
    const location = { folder };
    return {
      location,
      open: (changed = {}) => openAt(location)(changed),
      tamper: async (statement) => {
        const database = new Sqlite(join(folder, "mizan.db"));
        try {
          const prepared = database.prepare(statement);
          return prepared.reader ? prepared.all() : [prepared.run()];
        } finally {
          database.close();
        }
      },
      remove: closeAll,
    };
  }
  const url = await newDatabase(inject("postgresUrl"));
  const location = { url, folder };
  return {
    location,
    open: (changed = {}) => openAt(location)(changed),
    tamper: (statement) => query(url, statement),
    remove: async () => {
      await closeAll();
      await dropDatabase(url);
    },
  };
}
