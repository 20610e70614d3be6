/** What is wrong with an entry, with the table that points at the entries, or with the chain's end. */
export type FaultKind =
  /** Its columns, its text and its hash do not belong together. */
  | "edited"
  /** Whole in itself, but not the entry that the next one was written after, or not the one that was noted. */
  | "rewritten"
  | "missing"
  | "inserted"
  /** It stands where another entry was written. */
  | "swapped"
  /** Entries that were noted outside the database are not there any more. */
  | "cut off"
  /** The table of current records does not say what the chain says. */
  | "misread"
  /** The hash asked for is not in the chain. */
  | "no such head";

/** One thing wrong with a case's chain. */
export interface Fault {
  fault: FaultKind;
  /** The entry meant. For a head that is not there, the chain's last. */
  sequence: number;
  /** In a sentence: "entry 3: its author is not the one that was hashed". */
  text: string;
}

/** What a walk along one case's chain found. */
export interface Verification {
  caseId: string;
  /** Entries found. */
  length: number;
  /** The hash of the last entry. */
  head: string;
  /** Empty for a chain that is whole. */
  faults: readonly Fault[];
}
