import { sameData } from "@mizan/model/diff";
import type { FieldDifference } from "./errors.ts";

/**
 * Field by field, where a record that stands is not what was submitted, or, for a retraction, not what was read; with
 * what it was in the version that was read.
 */
export function fieldDifferences(current: object, submitted: unknown, read: object | undefined): FieldDifference[] {
  const sides = {
    read,
    current,
    submitted: typeof submitted === "object" && submitted !== null ? submitted : undefined,
  };
  const against = sides.submitted ?? sides.read;
  if (against === undefined) return [];
  const fields = new Set([...Object.keys(current), ...Object.keys(against)]);
  return [...fields].flatMap((field) => {
    if (sameData(valueOf(current, field), valueOf(against, field))) return [];
    const difference: FieldDifference = { field };
    for (const side of ["read", "current", "submitted"] as const) {
      const value = valueOf(sides[side], field);
      if (value !== undefined) difference[side] = value;
    }
    return [difference];
  });
}

function valueOf(record: object | undefined, field: string): unknown {
  return record !== undefined && Object.hasOwn(record, field) ? (record as Record<string, unknown>)[field] : undefined;
}
