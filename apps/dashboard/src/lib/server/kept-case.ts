import { advanced, NotFoundError, type Entry } from "@mizan/store";
import { dayOf, isoDate, type Case, type Day } from "@mizan/model";
import { entriesTaken } from "./metrics.ts";
import { ledger } from "./store.ts";

/** A case as the ledger has it now. */
export interface KeptCase {
  study: Case;
  /** The last entry that is in it. */
  sequence: number;
  /** Its hash. */
  head: string;
  /** When it was taken, an ISO instant. */
  recorded: string;
  /** How many of the first entries the case came with. */
  cameWith: number;
}

const kept = new Map<string, Promise<KeptCase | undefined>>();
const newest = new Map<string, number>();

/** Keeps the cases in step with the ledger, whoever writes to it. */
export async function keepInStep(): Promise<void> {
  (await ledger()).watch(hasGrown);
}

/** Notes how far a case's ledger goes now, so that whoever reads next reads no less. */
export function hasGrown(caseId: string, sequence: number): void {
  const before = newest.get(caseId);
  newest.set(caseId, Math.max(sequence, before ?? 0));
  if (before !== undefined) entriesTaken.inc(Math.max(0, sequence - before));
}

/** A case as it stands, folded once and from then on only moved forward; undefined where there is none of that name. */
export async function keptCase(id: string): Promise<KeptCase | undefined> {
  const before = kept.get(id);
  const now = (before ?? Promise.resolve(undefined)).catch(() => undefined).then((was) => brought(id, was));
  kept.set(id, now);
  const found = await now;
  // A name that is no case's is not kept: there is no end of them.
  if (!found && kept.get(id) === now) kept.delete(id);
  return found;
}

async function brought(id: string, was: KeptCase | undefined): Promise<KeptCase | undefined> {
  if (!was) return folded(id);
  if ((newest.get(id) ?? 0) <= was.sequence) return was;
  const entries = await (await ledger()).entriesSince(id, was.sequence);
  const last = entries.at(-1);
  if (!last) return was;
  const { sequence, hash: head, recorded } = last;
  return { ...was, study: advanced(was.study, entries), sequence, head, recorded };
}

async function folded(id: string): Promise<KeptCase | undefined> {
  try {
    const store = await ledger();
    const found = (await store.cases()).find(({ caseId }) => caseId === id);
    if (!found) return undefined;
    const { sequence, head, recorded, cameWith } = found;
    return { study: await store.study(id, { recordedBy: sequence }), sequence, head, recorded, cameWith };
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/**
 * A case as its records stood at the end of a day of knowledge: what it came with, and what was written by then. What of
 * that could be known by then is the reading's to say. METHODS §10.
 */
export async function caseKnownAt(
  id: string,
  { study, sequence, recorded, cameWith }: KeptCase,
  knownAt: Day,
): Promise<Case> {
  if (dayOf(recorded.slice(0, 10)) <= knownAt || sequence === cameWith) return study;
  const store = await ledger();
  const after: Entry[] = await store.entriesSince(id, cameWith);
  const known = after.findLast((entry) => entry.recorded.slice(0, 10) <= isoDate(knownAt));
  return store.study(id, { recordedBy: known?.sequence ?? cameWith });
}
