import { problemText, type Problem } from "@mizan/model";
import type { EntryKind, StoredRecord } from "./entry.ts";

/** What a store says went wrong, in its own words. */
export abstract class StoreError extends Error {}

/** A case, a record or a store that is not there. */
export class NotFoundError extends StoreError {
  override readonly name = "NotFoundError";
}

/** One field in which what was submitted is not what stands; an absent side has no such field. */
export interface FieldDifference {
  field: string;
  /** In the version that the change names, where that is one of this record's. */
  read?: unknown;
  current?: unknown;
  submitted?: unknown;
}

/** A change that rests on something no longer so: a stale version, an id in use, a key used for other changes. */
export class ConflictError extends StoreError {
  override readonly name = "ConflictError";
  /** The record as it stands. Absent where a key is in conflict. */
  readonly current: StoredRecord<EntryKind> | undefined;
  readonly difference: readonly FieldDifference[];

  constructor(
    message: string,
    current?: StoredRecord<EntryKind>,
    difference: readonly FieldDifference[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.current = current;
    this.difference = difference;
  }
}

/** Changes that do not fit the model, or after which the case would not hold together: every reason at once. */
export class UnfitError extends StoreError {
  override readonly name = "UnfitError";
  readonly problems: readonly Problem[];

  constructor(heading: string, problems: readonly Problem[], options?: ErrorOptions) {
    super([heading, ...problems.map(problemText)].join("\n"), options);
    this.problems = problems;
  }
}

/** Another process writes this store. */
export class LockedError extends StoreError {
  override readonly name = "LockedError";
}

/** The store can be read and not written: opened so, or so on its disk or server. */
export class ReadOnlyError extends StoreError {
  override readonly name = "ReadOnlyError";
}

/** The store cannot do it now: the disk is full, the server is away, the store is closed. */
export class UnavailableError extends StoreError {
  override readonly name = "UnavailableError";
}

/** A backup that cannot be taken in: it is none, or its chain is broken. */
export class BackupError extends StoreError {
  override readonly name = "BackupError";
}
