import type { Insertable } from "kysely";
import type { Listener } from "./store.ts";
import type { Reader, Tables, Writer } from "./tables.ts";

export type EngineName = "sqlite" | "postgres";

/** A view of the whole database as it was at one moment. */
export interface Snapshot {
  db: Reader;
  end(): Promise<void>;
}

/** What a kind of database must bring, beside taking the same queries as the other. */
export interface Engine {
  readonly name: EngineName;
  /** Where the store is, as an error names it; never with a password. */
  readonly origin: string;
  readonly readOnly: boolean;
  /** For reading beside what is being written. */
  readonly reader: Reader;
  /** Runs in one transaction: all of it is on disk once this answers, or nothing ever happened. */
  transaction<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /** Keeps other processes from writing these cases until the transaction ends. */
  lock(writer: Writer, caseIds: readonly string[]): Promise<void>;
  /** Inserts rows, however many; where a row of a table in `addedUp` is there, its numbers are added to. */
  insert<T extends keyof Tables>(writer: Writer, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void>;
  /** Tells other processes, once the transaction is committed. */
  announce(writer: Writer, caseId: string, sequence: number): Promise<void>;
  /** Told, after its commit, what this process wrote: for an engine whose database does not tell of it itself. */
  committed(caseId: string, sequence: number): void;
  watch(listener: Listener): () => void;
  snapshot(): Promise<Snapshot>;
  /** Makes a file to restore from. */
  backup(to: string): Promise<void>;
  /** The error of a store that this engine's error stands for; any other is given back as it is. */
  failure(error: unknown): unknown;
  close(): Promise<void>;
}
