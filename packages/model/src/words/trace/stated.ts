import type { FigureForm } from "../figure-text.ts";
import type { Trace, TraceRecord, TraceSource } from "./trace.ts";

/** A figure that a record states itself, with nothing computed. */
export function stated(
  key: string,
  title: string,
  figure: { value: number | undefined; form: FigureForm },
  says: string,
  records: readonly TraceRecord[],
  sources: readonly TraceSource[],
): Trace {
  return { key, title, figure, says, arithmetic: { columns: [], rows: [], lines: [] }, records, sources };
}
