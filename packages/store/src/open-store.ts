import { ledgerStore } from "./ledger-store.ts";
import type { Store } from "./store.ts";

/** A store in a folder: an SQLite file `mizan.db`, written by one process at a time and read by any number. */
export interface FolderLocation {
  folder: string;
  /** Reads beside whoever writes. */
  readOnly?: boolean;
  /** The most bytes the file may grow to; beyond it, writing is refused as on a full disk. */
  largestBytes?: number;
}

/** A store on a PostgreSQL server: `postgres://user:password@host/database`. */
export interface ServerLocation {
  url: string;
  readOnly?: boolean;
  /** Where the heads of the chains are noted outside the database. Nowhere, unless given. */
  folder?: string;
}

export type StoreLocation = FolderLocation | ServerLocation;

/** Opens a store, making what is missing of it. Nothing of an engine is loaded before. */
export async function openStore(location: StoreLocation): Promise<Store> {
  if ("url" in location) {
    const { postgresEngine } = await import("./engines/postgres.ts");
    return ledgerStore(await postgresEngine(location), location.folder);
  }
  const { sqliteEngine } = await import("./engines/sqlite.ts");
  return ledgerStore(await sqliteEngine(location), location.folder);
}
