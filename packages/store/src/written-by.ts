import type { Case } from "@mizan/model";
import type { Store } from "./store.ts";

/**
 * A case as its records stood at the end of a day, an ISO date: what it came with, and what was written by then. What of
 * that could be known by then is for a reading to say. METHODS §10.
 */
export async function writtenBy(store: Store, caseId: string, day: string): Promise<Case> {
  const head = await store.head(caseId);
  if (head.sequence === head.cameWith || head.recorded.slice(0, 10) <= day) return store.study(caseId);
  const after = await store.entriesSince(caseId, head.cameWith);
  const known = after.findLast((entry) => entry.recorded.slice(0, 10) <= day);
  return store.study(caseId, { recordedBy: known?.sequence ?? head.cameWith });
}
