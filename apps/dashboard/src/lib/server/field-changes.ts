import { sameData } from "@mizan/model/diff";

/** One field in which two readings of a record differ, each as text; undefined on a side that has no such field. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

const longest = 240;

/** Field by field, how a record differs from what it was; a record that was not there has no fields. */
export function fieldChanges(before: object | undefined, after: object | undefined): FieldChange[] {
  const [was, is] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => field !== "id" && !sameData(was[field], is[field]))
    .map((field) => ({ field, before: textOf(was[field]), after: textOf(is[field]) }));
}

/** A value as a reader can take it in at a glance: a text as it is, anything else as compact JSON, cut where it is long. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
