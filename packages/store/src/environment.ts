import os from "node:os";
import { resolve } from "node:path";
import type { FolderLocation, ServerLocation } from "./open-store.ts";

/** The variables of a process, by name; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A path as it was meant: from where the command was called, which pnpm says in `INIT_CWD`, else from where it runs. */
export function pathFrom(env: Environment, path: string): string {
  return resolve(env["INIT_CWD"] || process.cwd(), path);
}

/**
 * Where the ledger is: PostgreSQL where `MIZAN_DATABASE_URL` names one, else a file in the folder `MIZAN_DATA`, else in
 * `data`; the file grows to `MIZAN_LARGEST_BYTES` at most.
 */
export function ledgerPlace(env: Environment): (FolderLocation | ServerLocation) & { folder: string } {
  const folder = pathFrom(env, env["MIZAN_DATA"] || "data");
  const url = env["MIZAN_DATABASE_URL"];
  if (url) return { url, folder };
  const largestBytes = Number(env["MIZAN_LARGEST_BYTES"]) || undefined;
  return { folder, ...(largestBytes === undefined ? {} : { largestBytes }) };
}

/** Whose name stands on what is written: `MIZAN_AUTHOR`, else the name of who is signed in to the machine. */
export function authorName(env: Environment): string {
  return env["MIZAN_AUTHOR"]?.trim() || nameOfUser();
}

function nameOfUser(): string {
  try {
    return os.userInfo().username || "unnamed";
  } catch {
    // Some machines run a process under a number without a name.
    return "unnamed";
  }
}
