import type { ColumnType, Kysely } from "kysely";
import type { Action, EntryKind } from "./entry.ts";

/** What a case's chain has come to, and what was loaded as it. */
export interface CaseTable {
  case_id: string;
  /** Entries so far. */
  length: number;
  /** Hash of the last entry. */
  head: string;
  recorded: string;
  /** The last entry that was about anything but an event. */
  settled: number;
  /** The last day on which anything of an event becomes known. */
  known_through: number;
  /** Digest of the case as it was last loaded from a folder. */
  loaded: string | null;
  /** How many of the first entries the case came with: all that were written when it was taken in. */
  came_with: number;
}

/** The chain itself. `text` is what was hashed; the other columns say the same again, to be looked up by. */
export interface EntryTable {
  case_id: string;
  sequence: number;
  action: Action;
  kind: EntryKind;
  record: string;
  author: string;
  recorded: string;
  reason: string | null;
  previous: string;
  hash: string;
  text: string;
  /** The record as JSON, with its keys in the order they were given in. */
  body: string | null;
}

/** Which entry each record now stands on: the fold of the chain. */
export interface RecordTable {
  case_id: string;
  kind: EntryKind;
  record: string;
  /** The entry that added it: records stand in this order. */
  place: number;
  version: number;
}

/** How many events count on something of their case. */
export interface ReferenceTable {
  case_id: string;
  kind: string;
  id: string;
  events: number;
}

export interface KeyTable {
  case_id: string;
  key: string;
  digest: string;
  first: number;
  last: number;
}

/** What each event does to each factor, one row for each stretch of days in which the same was known of it. */
export interface ShiftTable {
  case_id: string;
  event: string;
  factor: string;
  /** From this day … */
  known_from: number;
  /** … and before this one; `forever` where nothing more becomes known. */
  known_until: number;
  start_day: number;
  end_day: number;
  /** 1 for a lasting effect. */
  lasting: number;
  mean: number;
  variance: number;
}

/** When each event was. */
export interface EventDayTable {
  case_id: string;
  event: string;
  start_day: number;
  end_day: number;
  /** The day from which it could be known. */
  known_from: number;
  /** 1 for what has not happened yet. */
  expected: number;
  /** 1 for an event that sets the state of a factor. */
  sets: number;
}

/**
 * The shifts as all that is known has them, added up by factor and span. Kept in whole 2⁻⁴⁰ths, so that what an event
 * added can be taken away again without a trace.
 */
export interface SumTable {
  case_id: string;
  factor: string;
  lasting: number;
  start_day: number;
  end_day: number;
  mean: Whole;
  variance: Whole;
}

/** A whole number that may grow beyond what JavaScript counts exactly, so it is read only by division in the database. */
type Whole = ColumnType<string, number, never>;

export interface Tables {
  cases: CaseTable;
  entries: EntryTable;
  records: RecordTable;
  event_references: ReferenceTable;
  keys: KeyTable;
  shifts: ShiftTable;
  event_days: EventDayTable;
  sums: SumTable;
}

export type Reader = Kysely<Tables>;
/** The same database, inside a transaction of the one who writes it. */
export type Writer = Kysely<Tables>;

/** The day after all days. */
export const forever = 2_000_000_000;

/** The last day on which anything becomes known, of a case that holds no dated event. */
export const neverKnown = -forever;

type StoredAs = "text" | "integer" | "bigint" | "double precision";

/** How each column is stored. */
export const columns: { readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]: StoredAs } } = {
  cases: {
    case_id: "text",
    length: "integer",
    head: "text",
    recorded: "text",
    settled: "integer",
    known_through: "integer",
    loaded: "text",
    came_with: "integer",
  },
  entries: {
    case_id: "text",
    sequence: "integer",
    action: "text",
    kind: "text",
    record: "text",
    author: "text",
    recorded: "text",
    reason: "text",
    previous: "text",
    hash: "text",
    text: "text",
    body: "text",
  },
  records: { case_id: "text", kind: "text", record: "text", place: "integer", version: "integer" },
  event_references: { case_id: "text", kind: "text", id: "text", events: "integer" },
  keys: { case_id: "text", key: "text", digest: "text", first: "integer", last: "integer" },
  shifts: {
    case_id: "text",
    event: "text",
    factor: "text",
    known_from: "integer",
    known_until: "integer",
    start_day: "integer",
    end_day: "integer",
    lasting: "integer",
    mean: "double precision",
    variance: "double precision",
  },
  event_days: {
    case_id: "text",
    event: "text",
    start_day: "integer",
    end_day: "integer",
    known_from: "integer",
    expected: "integer",
    sets: "integer",
  },
  sums: {
    case_id: "text",
    factor: "text",
    lasting: "integer",
    start_day: "integer",
    end_day: "integer",
    mean: "bigint",
    variance: "bigint",
  },
};

/** Tables whose rows are added to instead of put in twice: by which columns a row is known, and which are added up. */
export const addedUp: { readonly [T in keyof Tables]?: { key: readonly string[]; add: readonly string[] } } = {
  event_references: { key: ["case_id", "kind", "id"], add: ["events"] },
  sums: { key: ["case_id", "factor", "lasting", "start_day", "end_day"], add: ["mean", "variance"] },
};
