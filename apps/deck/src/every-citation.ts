import { recordKinds, type Case, type Citation } from "@mizan/model";

/** Every citation of a case, wherever in a record it stands. */
export function everyCitation(study: Case): Citation[] {
  return [study.case, ...recordKinds.flatMap((kind) => study[kind] as readonly object[])].flatMap(within);
}

function within(value: unknown): Citation[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(within);
  return Object.entries(value).flatMap(([key, inner]) => (key === "citations" ? (inner as Citation[]) : within(inner)));
}
