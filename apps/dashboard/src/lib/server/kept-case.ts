import { advanced, NotFoundError } from "@mizan/store";
import { recordKinds, type Case } from "@mizan/model";
import { entriesTaken } from "./metrics.ts";
import { ledger } from "./store.ts";

/** A case as the ledger has it now, without its events: small, whatever its events are. */
export interface KeptCase {
  standing: Case;
  /** The last entry that is in it. */
  sequence: number;
  /** Its hash. */
  head: string;
  /** When it was taken, an ISO instant. */
  recorded: string;
  /** How many of the first entries the case came with. */
  cameWith: number;
}

const standingKinds = recordKinds.filter((kind) => kind !== "events");

const kept = new Map<string, Promise<KeptCase | undefined>>();
const newest = new Map<string, number>();

/** Keeps the cases in step with the ledger, whoever writes to it. */
export async function keepInStep(): Promise<void> {
  const store = await ledger();
  store.watch(hasGrown);
  for (const { caseId, sequence } of await store.cases()) hasGrown(caseId, sequence);
}

/** Notes how far a case's ledger goes now, so that whoever reads next reads no less. */
export function hasGrown(caseId: string, sequence: number): void {
  const before = newest.get(caseId);
  newest.set(caseId, Math.max(sequence, before ?? 0));
  if (before !== undefined) entriesTaken.inc(Math.max(0, sequence - before));
}

/**
 * A case as it stands, read once and from then on only moved forward; another object after every entry. Undefined where
 * there is none of that name.
 */
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
  if (!was) return read(id);
  if ((newest.get(id) ?? 0) <= was.sequence) return was;
  const entries = await (await ledger()).entriesSince(id, was.sequence);
  const last = entries.at(-1);
  if (!last) return was;
  const { sequence, hash: head, recorded } = last;
  const standing = advanced(
    was.standing,
    entries.filter(({ kind }) => kind !== "events"),
  );
  return { ...was, standing, sequence, head, recorded };
}

async function read(id: string): Promise<KeptCase | undefined> {
  try {
    const store = await ledger();
    const { sequence, head, recorded, cameWith } = await store.head(id);
    const standing = await store.study(id, { recordedBy: sequence, kinds: standingKinds });
    return { standing, sequence, head, recorded, cameWith };
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
