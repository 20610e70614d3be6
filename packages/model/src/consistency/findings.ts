import type { Case } from "../case.ts";
import type { Citation } from "../citation.ts";
import type { Problem } from "../problem.ts";
import type { RecordKind } from "../record-kind.ts";
import { withNearest } from "../schema-problem.ts";

export type Path = Problem["path"];

/** The records that fit their schemas, the ids of all records that have one, and where each stands: in its list, or by its id. */
export interface Draft {
  study: Omit<Case, "case"> & { case: Case["case"] | undefined };
  ids: Readonly<Record<RecordKind, ReadonlySet<string>>>;
  places: Readonly<Record<RecordKind, readonly (string | number)[]>>;
  unread: readonly (RecordKind | "case")[];
}

/** What is wrong, and what is only odd. */
export interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

/** Says so where an id names no record of its kind; an absent id is none. */
export type Refer = (kind: RecordKind, id: string | undefined, path: Path) => void;

export function referrer({ ids, unread }: Draft, found: Findings): Refer {
  return (kind, id, path) => {
    if (id !== undefined && !unread.includes(kind)) among(ids[kind], singular(kind), id, path, found);
  };
}

/** Says so where a word is none of those it could be, with the one nearest to it. */
export function among(words: ReadonlySet<string>, what: string, word: string, path: Path, found: Findings): void {
  if (!words.has(word)) add(found, path, `unknown ${what}`, word, words);
}

const singular = (kind: RecordKind) => (kind === "chamber" ? "chamber list" : kind.slice(0, -1));

export function each<K extends RecordKind>(
  { study, places }: Draft,
  kind: K,
  check: (record: Case[K][number], path: Path) => void,
): void {
  study[kind].forEach((record, i) => check(record as Case[K][number], [kind, places[kind][i]!]));
}

/** A problem, with the one of some words that is nearest to its value. */
export function add(found: Findings, path: Path, problem: string, value: unknown, words: Iterable<string> = []): void {
  found.problems.push(withNearest({ path, problem, value }, words));
}

export function warn(found: Findings, path: Path, problem: string, value: unknown): void {
  found.warnings.push({ path, problem, value });
}

export function cite(citations: readonly Citation[] | undefined, path: Path, refer: Refer): void {
  citations?.forEach((citation, i) => {
    refer("sources", citation.source, [...path, i, "source"]);
    refer("sources", citation.via, [...path, i, "via"]);
  });
}
