import type { Case, Frame, RecordKind } from "@mizan/model";

/** What an entry is about: a kind of record, or `case` for the frame, whose record id is the case's. */
export type EntryKind = RecordKind | "case";

/** The record that an entry of a kind holds. */
export type RecordOf<K extends EntryKind = EntryKind> = K extends RecordKind ? Case[K][number] : Frame;

export type Action = "add" | "amend" | "retract";

/** One entry of a case's ledger: what was written, by whom, when, and what it stands on. */
export interface Entry {
  caseId: string;
  /** 1, 2, 3 … within the case. The sequence of a record's last entry is the record's version. */
  sequence: number;
  action: Action;
  kind: EntryKind;
  record: string;
  /** The whole record after the change; absent for a retraction. */
  body?: RecordOf;
  author: string;
  /** When the ledger took it: an ISO instant in UTC with microseconds, strictly rising within a case. */
  recorded: string;
  reason?: string;
  /** The hash of the entry before, or 64 zeros for the first. */
  previous: string;
  /** SHA-256, in hexadecimal, of the RFC 8785 text of everything above. */
  hash: string;
}

/** A record taken in for the first time; its id is in the body. */
export interface Addition {
  action: "add";
  kind: EntryKind;
  body: unknown;
}

/** A record replaced as a whole, by somebody who read the given version of it. */
export interface Amendment {
  action: "amend";
  kind: EntryKind;
  record: string;
  version: number;
  body: unknown;
}

/** A record withdrawn, by somebody who read the given version of it. */
export interface Retraction {
  action: "retract";
  kind: EntryKind;
  record: string;
  version: number;
}

/** One change asked for. Bodies are checked by the model's schemas before anything is written. */
export type Change = Addition | Amendment | Retraction;

/** A record as it stands: its body, and the entry that made it so. */
export interface StoredRecord<K extends EntryKind = EntryKind> {
  kind: K;
  id: string;
  version: number;
  recorded: string;
  body: RecordOf<K>;
}
