import type { Case } from "../../case.ts";
import type { Citation, Contested } from "../../citation.ts";
import { recordKinds, type RecordKind } from "../../record-kind.ts";
import { balanceAt, type Clocks } from "../balance.ts";
import { chamberCount } from "../chamber/chamber-count.ts";
import { finish, type Task } from "../task.ts";

/** A field on which sources disagree, and what the case comes to under each of their values. */
export interface ConflictingReport {
  kind: RecordKind;
  record: string;
  field: string;
  values: readonly ConflictingValue[];
  /** Lowest and highest index over the values; undefined for a case without an index. */
  index: readonly [number, number] | undefined;
  /** Fewest and most votes short over the values; undefined for a case without a motion. */
  short: readonly [number, number] | undefined;
}

export interface ConflictingValue {
  value: Contested["values"][number]["value"];
  /** True for the value that the record holds. */
  held: boolean;
  citations: readonly Citation[];
  /** −100 to 100. */
  index: number | undefined;
  /** Votes the declared lists of the chamber are short of. */
  short: number | undefined;
}

/** The conflicting reports in one go, as {@link conflictingReportsTask} gives them: METHODS §9 (d). */
export function conflictingReports(study: Case, clocks: Clocks): ConflictingReport[] {
  return finish(conflictingReportsTask(study, clocks));
}

/**
 * Every contested field with its range carried to the index (−100 to 100) and to the chamber's votes short, the widest in
 * the index first. One field is varied at a time, all others as their records hold them: two conflicts together may carry
 * farther. Progress counts fields. METHODS §9 (d).
 */
export function* conflictingReportsTask(study: Case, clocks: Clocks): Task<ConflictingReport[]> {
  const width = ({ index, short }: ConflictingReport) =>
    (index ? index[1] - index[0] : 0) + (short ? (short[1] - short[0]) * Number.EPSILON : 0);
  const contests = recordKinds.flatMap((kind) =>
    contestedRecords(study, kind).flatMap(({ record, contested }) =>
      contested.map(({ field, values }) => ({ kind, record, field, values })),
    ),
  );
  const found: ConflictingReport[] = [];
  for (const [place, { kind, record, field, values }] of contests.entries()) {
    yield { count: place, share: place / contests.length };
    found.push(report(study, clocks, kind, record, field, values));
  }
  return found.toSorted((a, b) => width(b) - width(a));
}

type Keyed = { id: string } & Record<string, unknown>;

function contestedRecords(study: Case, kind: RecordKind): { record: Keyed; contested: readonly Contested[] }[] {
  return (study[kind] as readonly Keyed[]).flatMap((record) =>
    record["contested"] ? [{ record, contested: record["contested"] as readonly Contested[] }] : [],
  );
}

function report(
  study: Case,
  clocks: Clocks,
  kind: RecordKind,
  record: Keyed,
  field: string,
  reported: Contested["values"],
): ConflictingReport {
  const values = reported.map(({ value, citations }): ConflictingValue => {
    const records = (study[kind] as readonly Keyed[]).map((one) => (one === record ? { ...one, [field]: value } : one));
    const under = { ...study, [kind]: records } as Case;
    return {
      value,
      held: value === record[field],
      citations,
      index: balanceAt(under, clocks).index?.index,
      short: chamberCount(under)?.short,
    };
  });
  return {
    kind,
    record: record.id,
    field,
    values,
    index: extent(values.map(({ index }) => index)),
    short: extent(values.map(({ short }) => short)),
  };
}

function extent(values: readonly (number | undefined)[]): readonly [number, number] | undefined {
  const numbers = values.filter((value) => value !== undefined);
  return numbers.length === 0 ? undefined : [Math.min(...numbers), Math.max(...numbers)];
}
