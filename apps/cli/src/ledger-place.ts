import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { LockedError, openStore, StoreError, type Store, type StoreLocation } from "@mizan/store";
import { InputError } from "./input-error.ts";

/** Where the ledger is: PostgreSQL where `MIZAN_DATABASE_URL` names one, else the folder `MIZAN_DATA`, else `data` here. */
export function ledgerPlace(): StoreLocation & { folder: string } {
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), process.env["MIZAN_DATA"] || "data");
  const url = process.env["MIZAN_DATABASE_URL"];
  return url ? { url, folder } : { folder };
}

/** True where there is a ledger to read. */
export function hasLedger(): boolean {
  const place = ledgerPlace();
  return "url" in place || existsSync(join(place.folder, "mizan.db"));
}

/** Uses the ledger, for reading beside whoever writes it unless `writing`, and lets go of it. */
export async function withLedger<T>(use: (store: Store) => Promise<T>, writing = false): Promise<T> {
  try {
    const store = await openStore(writing ? ledgerPlace() : { ...ledgerPlace(), readOnly: true });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw inWords(error);
  }
}

/** What the ledger says of a mistake, as what a person is told. */
function inWords(error: unknown): unknown {
  if (error instanceof LockedError)
    return new InputError(`${error.message}: stop the server first, or write over its address /api`, { cause: error });
  return error instanceof StoreError ? new InputError(error.message, { cause: error }) : error;
}
