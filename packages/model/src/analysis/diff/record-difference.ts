import type { Case } from "../../case.ts";
import { recordKinds, type RecordKind } from "../../record-kind.ts";

/** How one record of a case, or its frame, differs between two readings of it. */
export interface RecordDifference {
  kind: RecordKind | "case";
  record: string;
  change: "added" | "amended" | "retracted";
}

/**
 * Every record of any kind that only one of two readings of a case has, or that says something else in them; in the order
 * of the kinds. Two records say the same where their fields do, in whatever order the fields stand. METHODS §10.
 */
export function recordDifferences(before: Case, after: Case): RecordDifference[] {
  const frame: RecordDifference[] = sameData(before.case, after.case)
    ? []
    : [{ kind: "case", record: after.case.id, change: "amended" }];
  return [...frame, ...recordKinds.flatMap((kind) => kindDifferences(kind, before[kind], after[kind]))];
}

function kindDifferences(
  kind: RecordKind,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): RecordDifference[] {
  const were = new Map(before.map((record) => [record.id, record]));
  const are = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((record): RecordDifference[] => {
      const was = were.get(record.id);
      if (!was) return [{ kind, record: record.id, change: "added" }];
      return sameData(was, record) ? [] : [{ kind, record: record.id, change: "amended" }];
    }),
    ...before
      .filter(({ id }) => !are.has(id))
      .map(({ id }): RecordDifference => ({ kind, record: id, change: "retracted" })),
  ];
}

/** Whether two pieces of plain data are the same, whatever the order of their keys; a key without a value is none. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameData(one, b[i]));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameData(left[key], right[key]));
}
