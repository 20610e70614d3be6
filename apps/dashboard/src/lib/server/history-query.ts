import { hintText, nearest, recordKinds } from "@mizan/model";
import type { EntryKind } from "@mizan/store";
import { error } from "@sveltejs/kit";

/** Which entries of the ledger are asked for; kept in the address under these names. */
export interface HistoryQuery {
  kind: EntryKind | undefined;
  record: string | undefined;
  /** Only entries before this one. */
  before: number | undefined;
  /** Whether what the case came with is listed entry by entry. */
  all: boolean;
}

/** The kinds that an entry may be about, in reading order. */
export const entryKinds: readonly EntryKind[] = ["case", ...recordKinds];

/** The query of an address; one that cannot be answered names everything that is wrong with it. */
export function historyQueryOf({ searchParams }: URL): HistoryQuery {
  const asked = (name: string) => searchParams.get(name)?.trim() || undefined;
  const [kind, record, before] = [asked("kind"), asked("record"), asked("before")];
  const problems = [
    ...(kind === undefined || isKind(kind)
      ? []
      : [`kind: expected a kind of record: ${kind}${hintText(nearest(kind, entryKinds))}`]),
    ...(before === undefined || /^\d{1,15}$/.test(before)
      ? []
      : [`before: expected the number of an entry: ${before}`]),
  ];
  if (problems.length > 0) error(400, { message: "The history cannot be shown as asked.", problems });
  return {
    kind: kind as EntryKind | undefined,
    record,
    before: before === undefined ? undefined : Number(before),
    all: searchParams.has("all") || record !== undefined,
  };
}

function isKind(kind: string): kind is EntryKind {
  return (entryKinds as readonly string[]).includes(kind);
}
