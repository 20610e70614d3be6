import os from "node:os";

/** Whose name stands on what is written: `MIZAN_AUTHOR`, else the name of who is signed in to the machine. */
export function author(): string {
  return process.env["MIZAN_AUTHOR"]?.trim() || os.userInfo().username;
}
