import { recordSchemas, type Case } from "../case.ts";
import { contestedProblems } from "../contested-problem.ts";
import { Frame } from "../frame.ts";
import type { Problem } from "../problem.ts";
import type { RecordKind } from "../record-kind.ts";
import { schemaProblems } from "../schema-problem.ts";

/** A record that fits its schema, or every reason why it does not. */
export type RecordReading =
  { record: Case[RecordKind][number] | Frame; problems?: undefined } | { record?: undefined; problems: Problem[] };

/** Reads one record, or the frame, from plain data. Problems name the record by its kind and the place given. */
export function readRecord(kind: RecordKind | "case", data: unknown, place: string | number): RecordReading {
  const parsed = (kind === "case" ? Frame : recordSchemas[kind]).safeParse(data);
  if (parsed.success) {
    const contested = kind === "case" ? [] : contestedProblems(kind, parsed.data, [kind, place]);
    return contested.length === 0 ? { record: parsed.data } : { problems: contested };
  }
  return { problems: schemaProblems(parsed.error, data, kind === "case" ? ["case"] : [kind, place]) };
}
