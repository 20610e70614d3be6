import { emptyDraft, type EventDraft } from "./draft.ts";

const keyOf = (caseId: string) => `mizan.event-draft.${caseId}`;

/** The draft that this browser keeps of a case's next event; undefined where it keeps none, or none that can be read. */
export function keptDraft(caseId: string): EventDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(caseId)) ?? "null") as Partial<EventDraft> | null;
    return kept ? { ...emptyDraft(), ...kept } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft; one in which nothing stands is none. A browser that keeps nothing loses it with the page. */
export function keepDraft(caseId: string, draft: EventDraft): void {
  if (JSON.stringify(draft) === JSON.stringify(emptyDraft())) return dropDraft(caseId);
  try {
    localStorage.setItem(keyOf(caseId), JSON.stringify(draft));
  } catch {
    // Storage that is full or forbidden.
  }
}

export function dropDraft(caseId: string): void {
  try {
    localStorage.removeItem(keyOf(caseId));
  } catch {
    // As above.
  }
}
