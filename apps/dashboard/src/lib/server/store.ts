import path from "node:path";
import process from "node:process";
import { openStore, type Store } from "@mizan/store";

/** Kept beside the modules: while developing they are loaded anew, and the process still holds its ledger. */
const held = globalThis as { mizanLedger?: Promise<Store> };

/** The one door to the ledger: PostgreSQL where `MIZAN_DATABASE_URL` names one, else SQLite in `MIZAN_DATA`. */
export function ledger(): Promise<Store> {
  return (held.mizanLedger ??= open());
}

/** Finishes what waits to be written, and lets go of the ledger. */
export async function closeLedger(): Promise<void> {
  await (await held.mizanLedger)?.close();
}

async function open(): Promise<Store> {
  const url = process.env["MIZAN_DATABASE_URL"];
  const folder = path.resolve(process.env["MIZAN_DATA"] || "data");
  const largestBytes = Number(process.env["MIZAN_LARGEST_BYTES"]) || undefined;
  return url ? openStore({ url, folder }) : openStore({ folder, ...(largestBytes ? { largestBytes } : {}) });
}
