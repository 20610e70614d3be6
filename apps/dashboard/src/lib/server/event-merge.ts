import type { Event } from "@mizan/model";
import { sameData } from "@mizan/model/diff";
import { textOf } from "./field-changes.ts";

/** A field in which an event that somebody else has amended differs from what is submitted; undefined where it has none. */
export interface MergeRow {
  field: string;
  read: string | undefined;
  stands: string | undefined;
  submitted: string | undefined;
  /** What to keep: decided where only one of the two changed it. */
  keep: Kept | undefined;
}

export type Kept = "stands" | "submitted";

/** Three readings of one event: as it was read, as it stands now, as it is submitted. */
export interface Readings {
  read: Event;
  stands: Event;
  submitted: Event;
}

/** Field by field, where what is submitted is not what stands. */
export function mergeRows({ read, stands, submitted }: Readings): MergeRow[] {
  return differing(stands, submitted).map((field) => {
    const [was, now, mine] = [read, stands, submitted].map((event) => valueOf(event, field));
    return {
      field,
      read: textOf(was),
      stands: textOf(now),
      submitted: textOf(mine),
      keep: sameData(was, mine) ? "stands" : sameData(was, now) ? "submitted" : undefined,
    };
  });
}

/** What is submitted, with each field as it was chosen; undefined while a field that both changed is not chosen. */
export function merged({ read, stands, submitted }: Readings, chosen: (field: string) => Kept | undefined) {
  const rows = mergeRows({ read, stands, submitted }).map((row) => ({ ...row, keep: chosen(row.field) ?? row.keep }));
  if (rows.some(({ keep }) => keep === undefined)) return undefined;
  const kept = new Set(rows.filter(({ keep }) => keep === "stands").map(({ field }) => field));
  return Object.fromEntries(
    [...new Set([...Object.keys(submitted), ...Object.keys(stands)])].flatMap((field) => {
      const value = valueOf(kept.has(field) ? stands : submitted, field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

function differing(one: Event, other: Event): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (field) => !sameData(valueOf(one, field), valueOf(other, field)),
  );
}

function valueOf(event: Event, field: string): unknown {
  return (event as unknown as Record<string, unknown>)[field];
}
