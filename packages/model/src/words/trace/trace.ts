import type { Basis } from "../../confidence.ts";
import type { FigureForm } from "../figure-text.ts";
import type { Grade } from "../../grade.ts";
import type { RecordKind } from "../../record-kind.ts";
import type { LanguageMap } from "../../text.ts";
import type { Band } from "../../analysis/band.ts";

/** A number in a row of arithmetic, or a word where the row needs one. */
export type TraceCell = { value: number; form: FigureForm } | { text: string };

/** One line of the arithmetic behind a figure. */
export interface TraceRow {
  label: string;
  /** When what the row counts took place, in words. */
  when?: string;
  cells: readonly TraceCell[];
  /** The trace that explains this row. */
  opens?: string;
}

/** A record a figure rests on, with what it says. */
export interface TraceRecord {
  kind: RecordKind | "case";
  id: string;
  title: LanguageMap;
  basis: Basis;
  facts: readonly { term: string; text: string }[];
}

/** A citation as a reader weighs it. */
export interface TraceSource {
  grade: Grade;
  /** √(r·c), 0 to 1. */
  weight: number;
  source: string;
  name: LanguageMap;
  kind: string;
  published: string;
  via: LanguageMap | undefined;
  place: string | undefined;
  note: string | undefined;
}

/** The way from a figure to its sources: number, arithmetic, records, sources. */
export interface Trace {
  key: string;
  title: string;
  figure: { value: number | undefined; form: FigureForm; band90?: Band };
  /** What the figure is, in one sentence. */
  says: string;
  arithmetic: {
    columns: readonly string[];
    rows: readonly TraceRow[];
    total?: TraceRow;
    /** The formula with its numbers, line by line. */
    lines: readonly string[];
  };
  records: readonly TraceRecord[];
  sources: readonly TraceSource[];
}
