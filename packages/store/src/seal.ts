import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Entry, RecordOf } from "./entry.ts";
import { neverKnown, type CaseTable, type EntryTable } from "./tables.ts";

/** What an entry says, before it has its hash; its body stands apart. */
export type Unsealed = Omit<Entry, "hash" | "body" | "reason"> & { reason?: string | undefined };

/** What the first entry of a chain stands on. */
export const noHash = "0".repeat(64);

/** The end of a chain that has no entry yet. */
export function newTail(caseId: string): CaseTable {
  return {
    case_id: caseId,
    length: 0,
    head: noHash,
    recorded: "",
    settled: 0,
    known_through: neverKnown,
    loaded: null,
    came_with: 0,
  };
}

/** The RFC 8785 text of plain data. */
export function canonical(data: unknown): string {
  return canonicalize(data)!;
}

export function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

/**
 * The RFC 8785 text of an entry whose record has its own already. Around the record stand only plain texts and a whole
 * number, which JSON writes as RFC 8785 does once the properties are sorted.
 */
export function entryText(entry: Unsealed, body: string | undefined): string {
  const { action, author, caseId, kind, previous, reason, record, recorded, sequence } = entry;
  const before = JSON.stringify({ action, author });
  const after = JSON.stringify({ caseId, kind, previous, reason, record, recorded, sequence });
  return `${before.slice(0, -1)},${body === undefined ? "" : `"body":${body},`}${after.slice(1)}`;
}

/** An entry as it is kept. */
export function seal(entry: Unsealed, body: { json: string; canonical: string } | undefined): EntryTable {
  const text = entryText(entry, body?.canonical);
  return entryRow(entry, { text, hash: sha256(text), body: body?.json ?? null });
}

/** An entry as it is kept, whose text and hash are known. */
export function entryRow(
  { caseId, sequence, action, kind, record, author, recorded, reason, previous }: Unsealed,
  { hash, text, body }: Pick<EntryTable, "hash" | "text" | "body">,
): EntryTable {
  const said = { case_id: caseId, sequence, action, kind, record, author, recorded, reason: reason ?? null, previous };
  return { ...said, hash, text, body };
}

/** An entry as it is given out. */
export function entryOf(row: Omit<EntryTable, "text">): Entry {
  return {
    caseId: row.case_id,
    sequence: row.sequence,
    action: row.action,
    kind: row.kind,
    record: row.record,
    ...(row.body === null ? {} : { body: JSON.parse(row.body) as RecordOf }),
    author: row.author,
    recorded: row.recorded,
    ...(row.reason === null ? {} : { reason: row.reason }),
    previous: row.previous,
    hash: row.hash,
  };
}
