import { existsSync } from "node:fs";
import { join } from "node:path";
import { LockedError, openStore, StoreError, type Store } from "@mizan/store";
import { ledgerPlace } from "@mizan/store/environment";
import { InputError } from "./input-error.ts";

/** True where there is a ledger to read. */
export function hasLedger(): boolean {
  const place = ledgerPlace(process.env);
  return "url" in place || existsSync(join(place.folder, "mizan.db"));
}

/** Uses the ledger, for reading beside whoever writes it unless `writing`, and lets go of it. */
export async function withLedger<T>(use: (store: Store) => Promise<T>, writing = false): Promise<T> {
  try {
    const store = await openStore({ ...ledgerPlace(process.env), readOnly: !writing });
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
