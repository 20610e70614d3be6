import os from "node:os";
import process from "node:process";

/** Whose name stands on what is written from this machine: `MIZAN_AUTHOR`, else the name of who is signed in to it. */
export function author(): string {
  return process.env["MIZAN_AUTHOR"]?.trim() || (signedIn ??= nameOfUser());
}

let signedIn: string | undefined;

function nameOfUser(): string {
  try {
    return os.userInfo().username || "unnamed";
  } catch {
    // Some machines run a server under a number without a name.
    return "unnamed";
  }
}
