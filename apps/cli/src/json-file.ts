import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { problemText, type Problem } from "@mizan/model";
import type * as z from "zod";
import { pathFrom } from "@mizan/store/environment";
import { InputError } from "./input-error.ts";

/** Whether an argument names a JSON file rather than a case. */
export function isJsonFile(name: string): boolean {
  return /\.json$/i.test(name);
}

/** What a JSON file holds, from where the command was called, by a schema. All problems at once are an InputError. */
export async function readJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const file = basename(path);
  const text = await readFile(pathFrom(process.env, path), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${path} cannot be read: ${error.code ?? error.message}`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new InputError(`${path} is no JSON\n${file}:${jsonFault(text)}`);
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw unfit(
    path,
    parsed.error.issues.flatMap((issue) => issueProblems(issue, data)),
  );
}

/** Every reason why an input cannot be used, one a line. */
export function unfit(path: string, problems: readonly Problem[]): InputError {
  const file = basename(path);
  return new InputError(
    [`${path} does not fit`, ...problems.map((problem) => `${file}: ${problemText(problem)}`)].join("\n"),
  );
}

function issueProblems(issue: z.core.$ZodIssue, data: unknown): Problem[] {
  const inside = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = ["file", ...inside];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], problem: "unknown key", value: key }));
  let value = data;
  for (const step of inside) value = (value as Record<string | number, unknown> | undefined)?.[step];
  const expected = issue.code === "invalid_type" && issue.expected === "object" ? "expected an object" : issue.message;
  return [{ path, problem: value === undefined ? "missing" : expected, value }];
}

const jsonToken =
  /([[\]{}:,])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/iy;

/** Where a text stops being JSON, and what stands there: `3:5: expected a value: }`. */
function jsonFault(text: string): string {
  const open: string[] = [];
  let expected = "a value";
  let at = 0;
  for (;;) {
    while (/[\s\uFEFF]/.test(text[at] ?? "")) at++;
    jsonToken.lastIndex = at;
    const [token, mark, string] = jsonToken.exec(text) ?? [];
    const closes = token === (open.at(-1) === "{" ? "}" : "]") && open.length > 0;
    if (token === undefined || expected === "the end") break;
    if (expected.startsWith("a value") && (!mark || mark === "[" || mark === "{")) {
      if (mark) open.push(mark);
      expected = mark === "[" ? "a value or ]" : mark === "{" ? "a name or }" : "";
    } else if (expected.startsWith("a name") && string) expected = ":";
    else if (expected === ":" && mark === ":") expected = "a value";
    else if (closes && (expected === "" || expected.includes(" or "))) {
      open.pop();
      expected = "";
    } else if (expected === "" && mark === ",") expected = open.at(-1) === "{" ? "a name" : "a value";
    else break;
    if (expected === "" && open.length === 0) expected = "the end";
    at += token.length;
  }
  const before = text.slice(0, at).split("\n");
  const found = text.slice(at).split("\n", 1)[0]!.trim().slice(0, 40);
  const wanted = expected === "" ? `, or ${open.at(-1) === "{" ? "}" : "]"}` : expected;
  return `${before.length}:${before.at(-1)!.length + 1}: expected ${wanted}: ${found || "the end of the file"}`;
}
