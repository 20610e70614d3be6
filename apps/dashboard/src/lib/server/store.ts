import process from "node:process";
import { openStore, type Store } from "@mizan/store";
import { ledgerPlace } from "@mizan/store/environment";

/** Kept beside the modules: while developing they are loaded anew, and the process still holds its ledger. */
const held = globalThis as { mizanLedger?: Promise<Store> };

/** The one door to the ledger: PostgreSQL where `MIZAN_DATABASE_URL` names one, else SQLite in `MIZAN_DATA`. */
export function ledger(): Promise<Store> {
  return (held.mizanLedger ??= openStore(ledgerPlace(process.env)));
}

/** Finishes what waits to be written, and lets go of the ledger. */
export async function closeLedger(): Promise<void> {
  await (await held.mizanLedger)?.close();
}
