import type { Case, LanguageMap } from "@mizan/model";
import { NotFoundError, type Entry, type RecordOf, type Store } from "@mizan/store";
import { fieldChanges, type FieldChange } from "./field-changes.ts";
import type { HistoryQuery } from "./history-query.ts";
import { instantText } from "./instant-text.ts";
import type { Reading } from "./reading.ts";
import { recordTitle } from "./record-title.ts";
import { ledger } from "./store.ts";

/** Some entries of a case's ledger, newest first. */
export interface History {
  rows: readonly HistoryRow[];
  /** Where the pages beside this one start: `before` in their address, undefined on the newest. Absent where there is none. */
  newer?: { before: number | undefined };
  older?: { before: number };
  /** How many entries the case came with, where they follow and are not listed. */
  cameWith: number | undefined;
}

export interface HistoryRow {
  sequence: number;
  taken: string;
  author: string;
  action: Entry["action"];
  kind: Entry["kind"];
  id: string;
  title: LanguageMap;
  /** Whether the record is in the case now. */
  stands: boolean;
  reason: string | undefined;
  hash: string;
  /** What an amendment changed, field by field. */
  fields: readonly FieldChange[];
  /** What a retraction took out, in a line. */
  takenOut: string | undefined;
}

const pageLength = 50;

/** The page of a case's ledger that is asked for, read in steps that do not grow with its length. */
export async function historyOf(id: string, { kept, whole }: Reading, query: HistoryQuery): Promise<History> {
  const { before = kept.sequence + 1, kind, record, all } = query;
  const store = await ledger();
  const after = all ? 0 : kept.cameWith;
  const entries = await store.entries(id, { after, before, kind, record, limit: pageLength + 1 });
  const newer = await store.entries(id, { after: Math.max(after, before - 1), kind, record, limit: pageLength + 1 });
  const shown = entries.slice(0, pageLength);
  const more = entries.length > pageLength;
  return {
    rows: await Promise.all(shown.map((entry) => rowOf(store, whole, entry))),
    ...(newer.length > 0 ? { newer: { before: newer[pageLength]?.sequence } } : {}),
    ...(more ? { older: { before: shown.at(-1)!.sequence } } : {}),
    cameWith: all || more || kept.cameWith === 0 ? undefined : kept.cameWith,
  };
}

async function rowOf(store: Store, study: Case, entry: Entry): Promise<HistoryRow> {
  const { sequence, action, kind, record, body, author, recorded, reason, hash } = entry;
  const was = action === "add" ? undefined : await bodyBefore(store, entry);
  const said = body ?? was;
  return {
    sequence,
    taken: instantText(recorded),
    author,
    action,
    kind,
    id: record,
    title: said ? recordTitle(study, kind, said) : { en: record },
    stands: action !== "retract" && (await stands(store, study, entry)),
    reason,
    hash,
    fields: action === "amend" ? fieldChanges(was, body) : [],
    takenOut: action === "retract" && was ? inALine(was) : undefined,
  };
}

/** What the entry before said of the same record. */
async function bodyBefore(store: Store, { caseId, kind, record, sequence }: Entry): Promise<RecordOf | undefined> {
  const [entry] = await store.entries(caseId, { before: sequence, kind, record, limit: 1 });
  return entry?.body;
}

async function stands(store: Store, study: Case, { caseId, kind, record }: Entry): Promise<boolean> {
  if (kind === "case" || study[kind].some(({ id }) => id === record)) return true;
  try {
    await store.record(caseId, kind, record);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/** Those fields of a record that are plain words or numbers: "kind assault, when 2020-07-07". */
function inALine(body: RecordOf): string {
  return fieldChanges(body, undefined)
    .filter(({ field }) => typeof (body as unknown as Record<string, unknown>)[field] !== "object")
    .map(({ field, before }) => `${field} ${before}`)
    .join(", ");
}
