import type * as z from "zod";
import { recordSchemas, type Case } from "./case.ts";
import type { Contested } from "./citation.ts";
import { consistency } from "./consistency/consistency.ts";
import { Frame } from "./frame.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { recordKinds, type RecordKind } from "./record-kind.ts";

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
      } else problems.push(...problemsOf(parsed.error, record, [kind, position]));
    });
  }

  const { problems: across, warnings } = consistency({ study: study as unknown as Case, ids, places, unread });
  problems.push(...across);
  return problems.length === 0 && unread.length === 0
    ? { study: study as unknown as Case, problems, warnings }
    : { problems, warnings };
}

/** A value that sources contest has to fit its field as the record's own does, so that it can stand in for it. */
function contestedProblems(kind: RecordKind, record: object, at: readonly (string | number)[]): Problem[] {
  const contested = (record as { contested?: Contested[] }).contested ?? [];
  return contested.flatMap(({ field, values }, i) =>
    values.flatMap(({ value }, j) =>
      !Object.hasOwn(record, field) || recordSchemas[kind].safeParse({ ...record, [field]: value }).success
        ? []
        : [
            {
              path: [...at, "contested", i, "values", j, "value"],
              problem: `expected a value fit for ${field}`,
              value,
            },
          ],
    ),
  );
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
  problems.push(...problemsOf(parsed.error, data, ["case"]));
  return undefined;
}

function problemsOf(error: z.ZodError, input: unknown, at: readonly (string | number)[]): Problem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input, at));
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown, at: readonly (string | number)[]): Problem[] {
  const inside = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = [...at, ...inside];
  const value = valueAt(input, inside);
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(at, inside);
    return issue.keys.map((key) => withNearest({ path: [...path, key], problem: "unknown key", value: key }, known));
  }
  if (issue.code === "invalid_key") {
    return [{ path, problem: issue.issues[0]?.message ?? "unfit key", value: inside.at(-1) }];
  }
  if (issue.code === "invalid_union") {
    const branches = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0));
    if (branches.length === 1) return branches[0]!.flatMap((inner) => problemsOfIssue(inner, value, path));
  }
  if (
    value === undefined &&
    (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union")
  )
    return [{ path, problem: "missing", value }];
  if (issue.code === "invalid_value") {
    const words = issue.values.map(String);
    return [withNearest({ path, problem: `expected one of ${words.join(", ")}`, value }, words)];
  }
  if (issue.code === "invalid_type")
    return [{ path, problem: `expected ${inWords[issue.expected] ?? issue.expected}`, value }];
  return [{ path, problem: lowerFirst(issue.message), value }];
}

const inWords: Readonly<Record<string, string>> = {
  string: "text (in YAML, a number or date between quotes)",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

function knownKeys(at: readonly (string | number)[], inside: readonly (string | number)[]): string[] {
  const schema = at[0] === "case" ? Frame : recordSchemas[at[0] as RecordKind];
  return inside.length === 0 ? Object.keys(schema.shape) : [];
}

function withNearest(problem: Problem, candidates: Iterable<string>): Problem {
  const hint = typeof problem.value === "string" ? nearest(problem.value, candidates) : undefined;
  return hint === undefined ? problem : { ...problem, nearest: hint };
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
