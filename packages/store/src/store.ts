import type { Case, Day, Event, Frame, RecordKind, SpreadShift } from "@mizan/model";
import type { Change, Entry, EntryKind, StoredRecord } from "./entry.ts";
import type { Verification } from "./verification.ts";

/** A case of the store, and where its chain stands. */
export interface CaseHead {
  caseId: string;
  frame: Frame;
  /** How many entries the case has; the sequence of its last. */
  sequence: number;
  /** The hash of the last entry. */
  head: string;
  /** When the last entry was taken. */
  recorded: string;
  /** How many of its first entries it came with; 0 for a case that was written entry by entry. */
  cameWith: number;
}

export interface AppendOptions {
  author: string;
  reason?: string | undefined;
  /** An idempotency key: the same key with the same changes gives the same entries back, written once. */
  key?: string | undefined;
  /** What the key stands for, where that is not the changes themselves: what was sent before it was added to. */
  asked?: unknown;
}

export interface StudyOptions {
  /** The case as it was recorded by a moment: a sequence, or an ISO instant. Now, unless given. */
  recordedBy?: number | string | undefined;
  /** Only these kinds of record are read, the others stay empty; the frame always is. All, unless given. */
  kinds?: readonly RecordKind[] | undefined;
}

export interface EntriesOptions {
  /** Only entries after this sequence. */
  after?: number | undefined;
  /** Only entries before this sequence, and those newest first. */
  before?: number | undefined;
  kind?: EntryKind | undefined;
  record?: string | undefined;
  /** 1,000 unless given. */
  limit?: number | undefined;
}

export interface RecordsOptions {
  /** The `next` of the page before. */
  after?: string | undefined;
  /** 100 unless given. */
  limit?: number | undefined;
}

/** Some records of a kind, in the case's own order. */
export interface RecordPage<K extends RecordKind> {
  records: StoredRecord<K>[];
  /** Where the next page starts; absent on the last. */
  next?: string;
}

export interface EventWindowOptions {
  /** Of more events than `most`, the newest that had begun by then are held. */
  asOf: Day;
  /** Only what could be known by then. Everything, unless given. */
  knownAt?: Day | undefined;
  /** The most events that are held, beside those that are always. */
  most: number;
}

/** Some of a case's events, in their order, and what all of them come to. */
export interface EventWindow {
  events: Event[];
  /** True where all events of the case are held. */
  whole: boolean;
  /** Days on which events began that are not merely expected and could be known, rising. */
  days: { day: Day; count: number }[];
  /** What all events that had begun and could be known come to, by factor and span; empty where all are held. */
  spans: SpreadShift[];
}

/** Told after every commit: the case, and its new last sequence. */
export type Listener = (caseId: string, sequence: number) => void;

/**
 * One line of a store's whole content, in an order in which it can be taken in: a case, then its entries, then its
 * idempotency keys. `text` is the RFC 8785 text that was hashed, byte for byte; `body` is the record as it was given,
 * with its keys in the order they had.
 */
export type LedgerLine =
  | { line: "case"; caseId: string; loaded: string | null; cameWith: number }
  | { line: "entry"; caseId: string; text: string; hash: string; body: string | null }
  | { line: "key"; caseId: string; key: string; digest: string; first: number; last: number };

/** What became of a folder's case: taken in, in the ledger already as it is, or there and not the same. */
export type LoadOutcome = "loaded" | "same" | "different";

/**
 * Keeps cases, each an append-only chain of entries. Every method may give a `NotFoundError` for a case or record that
 * is not there, and an `UnavailableError` when the disk or the server fails; what fails leaves nothing half-written.
 */
export interface Store {
  readonly engine: "sqlite" | "postgres";

  /**
   * Writes changes to one case, all or none, and answers once they are committed. A new case begins with its frame.
   * Gives a `ConflictError` for a version that is not the record's last, an `UnfitError` for what does not fit.
   */
  append(caseId: string, changes: readonly Change[], options: AppendOptions): Promise<Entry[]>;

  /** Takes in a case that is not in the ledger. One that is there is only compared, with what was last loaded. */
  load(study: Case, options: { author: string }): Promise<LoadOutcome>;

  /**
   * Writes the difference between the ledger's case and another reading of it, as additions, amendments, retractions, and
   * notes that reading as the one last loaded, even where nothing differs but the order of records.
   */
  amendInto(study: Case, caseId: string, options: { author: string; reason?: string }): Promise<Entry[]>;

  /** The cases, by id. */
  cases(): Promise<CaseHead[]>;

  /** One of the cases. */
  head(caseId: string): Promise<CaseHead>;

  /** A case, folded from its entries, records in the order they had in the folder and new ones at the end. */
  study(caseId: string, options?: StudyOptions): Promise<Case>;

  records<K extends RecordKind>(caseId: string, kind: K, options?: RecordsOptions): Promise<RecordPage<K>>;

  record<K extends EntryKind>(caseId: string, kind: K, id: string): Promise<StoredRecord<K>>;

  entries(caseId: string, options?: EntriesOptions): Promise<Entry[]>;

  /** Every entry after a sequence, however many. */
  entriesSince(caseId: string, sequence: number): Promise<Entry[]>;

  /** Calls after every commit, on PostgreSQL also after those of other processes. Returns what stops it. */
  watch(listener: Listener): () => void;

  /** The events that a reading as of a day holds one by one, and what all of them come to, read at one moment. */
  window(caseId: string, options: EventWindowOptions): Promise<EventWindow>;

  /** Walks the chain of one case or of all, and names each entry that is not as it was written. */
  verify(caseId?: string, options?: { head?: string | undefined }): Promise<Verification[]>;

  /** Writes a copy of the store as it stands to a new file, beside whoever writes it. */
  backup(to: string): Promise<void>;

  /** Takes in a backup of either engine, or the lines of another store: every case or none, chains checked. */
  restore(from: string | AsyncIterable<LedgerLine>): Promise<void>;

  /** The store's whole content as of now, for `restore`. */
  lines(): AsyncIterable<LedgerLine>;

  /** Finishes what waits, then lets go of everything. */
  close(): Promise<void>;
}
