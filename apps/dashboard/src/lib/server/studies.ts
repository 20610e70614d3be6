import { UnavailableError } from "@mizan/store";
import { error } from "@sveltejs/kit";
import { folders, type BrokenFolder } from "./folders.ts";
import { keptCase, type KeptCase } from "./kept-case.ts";
import { log } from "./log.ts";
import { ledger } from "./store.ts";

/** A case of the ledger by name, and what is odd about its folder, a sentence a line. */
export interface Shelf {
  id: string;
  odd: readonly string[];
}

/** A case by its name, or the answer that there is none, or why its folder is none. */
export async function openCase(id: string): Promise<KeptCase> {
  const found = await keptCase(id);
  if (found) return found;
  const broken = folders().broken.find((folder) => folder.id === id);
  if (broken) error(500, { message: `The case "${id}" cannot be read.`, problems: broken.problems });
  error(404, `There is no case "${id}".`);
}

/** What a page reads of the ledger; while that cannot be read, the page says so. */
export async function shown<Value>(read: Promise<Value>): Promise<Value> {
  try {
    return await read;
  } catch (cause) {
    if (!(cause instanceof UnavailableError)) throw cause;
    log.warn({ err: cause }, "unavailable");
    error(503, "The ledger cannot be read now. The page will be whole again once it can: load it again in a moment.");
  }
}

/** All cases of the ledger by name, and the folders that are none. */
export async function shelves(): Promise<{ cases: readonly Shelf[]; broken: readonly BrokenFolder[] }> {
  const { broken, odd } = folders();
  const heads = await (await ledger()).cases();
  const cases = heads.map(({ caseId }) => ({ id: caseId, odd: odd.get(caseId) ?? [] }));
  return { cases, broken: broken.filter(({ id }) => !heads.some(({ caseId }) => caseId === id)) };
}
