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
    if (same(valueOf(current, field), valueOf(against, field))) return [];
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

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keysOfA.length === keysOfB.length &&
    keysOfA.every((key) => same(valueOf(a, key), valueOf(b, key)))
  );
}
