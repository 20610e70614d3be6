import type * as z from "zod";
import { recordSchemas } from "./case.ts";
import { Frame } from "./frame.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { RecordKind } from "./record-kind.ts";

/** Every reason why a record does not fit its schema; `at` is where the record stands in its case. */
export function schemaProblems(error: z.ZodError, input: unknown, at: readonly (string | number)[]): Problem[] {
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
  if (value === undefined) return [{ path, problem: "missing", value }];
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

/** The problem, with the candidate nearest to its value where one is near. */
export function withNearest(problem: Problem, candidates: Iterable<string>): Problem {
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
