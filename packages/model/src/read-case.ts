import { recordSchemas, type Case } from "./case.ts";
import { consistency } from "./consistency/consistency.ts";
import { contestedProblems } from "./contested-problem.ts";
import { Frame } from "./frame.ts";
import type { Problem } from "./problem.ts";
import { recordKinds, type RecordKind } from "./record-kind.ts";
import { schemaProblems, withNearest } from "./schema-problem.ts";

/** A case that was read, or every reason why it was not; warnings stand beside either. */
export interface Reading {
  /** Present exactly when there are no problems. */
  study?: Case;
  problems: readonly Problem[];
  warnings: readonly Problem[];
}

/**
 * Reads a whole case from plain data keyed by record kind (what `case.schema.json` describes). Checks every record
 * against its schema and every reference, order and sum across records, and returns all problems at once.
 * A kind listed in `unread` is one whose text could not be read: it is passed over, and so are references into it.
 */
export function readCase(data: unknown, unread: readonly (RecordKind | "case")[] = []): Reading {
  if (!isObject(data)) {
    return {
      problems: [{ path: [], problem: "expected a case: an object keyed by record kind", value: data }],
      warnings: [],
    };
  }
  const problems: Problem[] = [];
  for (const key of Object.keys(data)) {
    if (key === "case" || (recordKinds as readonly string[]).includes(key)) continue;
    problems.push(
      withNearest({ path: [key], problem: "unknown kind of record", value: key }, ["case", ...recordKinds]),
    );
  }

  const frame = unread.includes("case") ? undefined : readFrame(data["case"], problems);
  const study = { case: frame } as Record<string, unknown>;
  const ids = {} as Record<RecordKind, Set<string>>;
  const places = {} as Record<RecordKind, number[]>;
  for (const kind of recordKinds) {
    const list = data[kind] ?? [];
    ids[kind] = new Set();
    places[kind] = [];
    study[kind] = [];
    if (unread.includes(kind)) continue;
    if (!Array.isArray(list)) {
      problems.push({ path: [kind], problem: "expected a list of records", value: list });
      continue;
    }
    const firstAt = new Map<string, number>();
    list.forEach((record: unknown, position) => {
      const id = isObject(record) && typeof record["id"] === "string" ? record["id"] : undefined;
      if (id !== undefined) {
        const first = firstAt.get(id);
        if (first !== undefined)
          problems.push({ path: [kind, position, "id"], problem: `id already used by [${first}]`, value: id });
        else firstAt.set(id, position);
        ids[kind].add(id);
      }
      const parsed = recordSchemas[kind].safeParse(record);
      if (parsed.success) {
        (study[kind] as unknown[]).push(parsed.data);
        places[kind].push(position);
        problems.push(...contestedProblems(kind, parsed.data, [kind, position]));
      } else problems.push(...schemaProblems(parsed.error, record, [kind, position]));
    });
  }

  const { problems: across, warnings } = consistency({ study: study as unknown as Case, ids, places, unread });
  problems.push(...across);
  return problems.length === 0 && unread.length === 0
    ? { study: study as unknown as Case, problems, warnings }
    : { problems, warnings };
}

function readFrame(data: unknown, problems: Problem[]): Frame | undefined {
  if (data === undefined) {
    problems.push({
      path: ["case"],
      problem: "missing: a case needs its title, question, period and marking",
      value: undefined,
    });
    return undefined;
  }
  const parsed = Frame.safeParse(data);
  if (parsed.success) return parsed.data;
  problems.push(...schemaProblems(parsed.error, data, ["case"]));
  return undefined;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
