import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { UnavailableError } from "./errors.ts";

/** How long a chain was, and what its last entry's hash was, when it was noted. */
export interface HeadNote {
  length: number;
  head: string;
}

export type HeadNotes = ReadonlyMap<string, HeadNote>;

/** Notes of where each chain ends, kept in a file beside the database. */
export interface Heads {
  note(caseId: string, note: HeadNote): void;
  /** Answers when all that was noted is in the file; fails with why it could not be. */
  settle(): Promise<void>;
}

const HeadFile = z.record(z.string(), z.strictObject({ length: z.int().min(0), head: z.string() }));

/** The notes of a file; none where there is no such file yet. Throws an UnavailableError for one that holds something else. */
export async function readHeads(path: string): Promise<HeadNotes> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return new Map(Object.entries(HeadFile.parse(JSON.parse(text))));
  } catch (cause) {
    const problem = "does not hold the notes of where each chain ends; keep it as evidence, and move it away to go on";
    throw new UnavailableError(`${path}: ${problem}`, { cause });
  }
}

/** A moment in which commits are gathered before they are noted, so that noting never slows them down. */
const gatherMs = 50;

/**
 * Keeps the notes of a file. A note is made after its commit and written a moment later, so after a crash the file may
 * say less than the database and never more; opening it again brings it up to date. A note that the database does not
 * bear out when it is opened is kept as it is: it is the evidence that a chain was cut.
 */
export async function openHeads(
  path: string,
  chains: ReadonlyMap<string, HeadNote>,
  bearsOut: (caseId: string, note: HeadNote) => Promise<boolean>,
): Promise<Heads> {
  await mkdir(dirname(path), { recursive: true });
  const disproved = new Set<string>();
  for (const [caseId, note] of await readHeads(path)) if (!(await bearsOut(caseId, note))) disproved.add(caseId);

  const waiting = new Map(chains);
  const closing = new AbortController();
  let writing: Promise<void> | undefined;
  let failure: unknown;

  async function write(): Promise<void> {
    while (waiting.size > 0) {
      await delay(gatherMs, undefined, { signal: closing.signal }).catch(() => {});
      const taken = [...waiting];
      const notes = new Map(await readHeads(path));
      for (const [caseId, note] of taken)
        if (!disproved.has(caseId) && note.length > (notes.get(caseId)?.length ?? 0)) notes.set(caseId, note);
      await replace(path, `${JSON.stringify(Object.fromEntries([...notes].toSorted()), undefined, 1)}\n`);
      for (const [caseId, note] of taken) if (waiting.get(caseId) === note) waiting.delete(caseId);
    }
  }

  function start(): void {
    // What cannot be noted waits for the next commit, and is said at the latest when the store is closed.
    writing ??= write()
      .then(
        () => (failure = undefined),
        (error: unknown) => (failure = error),
      )
      .then(() => {
        writing = undefined;
        if (waiting.size > 0 && failure === undefined) start();
      });
  }

  start();
  return {
    note: (caseId, note) => {
      waiting.set(caseId, note);
      start();
    },
    settle: async () => {
      closing.abort();
      while (writing) await writing;
      if (failure !== undefined) throw failure;
    },
  };
}

/**
 * Puts a text in a file's place, at once and on disk, so that no reader ever sees half of it; several processes may, each
 * by a part of its own.
 */
async function replace(path: string, text: string): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(part, "wx");
    try {
      await file.write(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
