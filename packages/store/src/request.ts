import { CaseId, Text, type Problem } from "@mizan/model";
import type { Change } from "./entry.ts";
import { UnfitError } from "./errors.ts";
import { canonical, sha256 } from "./seal.ts";
import type { AppendOptions } from "./store.ts";

/** An append that has been looked over at the door. */
export interface AppendRequest {
  caseId: string;
  changes: readonly Change[];
  author: string;
  reason?: string | undefined;
  key?: string | undefined;
  /** Of the changes with their author and reason, to tell one use of a key from another. */
  digest?: string | undefined;
  /** The digest of the folder these changes come from. */
  loaded?: string | undefined;
}

const longestName = 200;
// oxlint-disable-next-line no-control-regex -- these are the characters that a line must not hold
const unfitForALine = /[\u0000-\u001F\u007F-\u009F]/;

/** Reads who writes, why and under which key; an `UnfitError` says what is wrong with them. */
export function appendRequest(caseId: string, changes: readonly Change[], options: AppendOptions): AppendRequest {
  const problems: Problem[] = [];
  const author = line("author", options.author, problems);
  const key = options.key === undefined ? undefined : line("key", options.key, problems);
  const reason = options.reason === undefined ? undefined : reasonText(options.reason, problems);
  if (problems.length > 0) throw new UnfitError(`${caseId}: the change cannot be taken`, problems);
  const request = { caseId, changes, author, reason };
  const { asked = changes } = options;
  return key === undefined
    ? request
    : { ...request, key, digest: digestOf(caseId, { author, changes: asked, reason }) };
}

/** Whether a text could be the id of a case or a record; if not, none has it. */
export function isId(text: unknown): text is string {
  return CaseId.safeParse(text).success;
}

function line(field: string, value: string, problems: Problem[]): string {
  const text = Text.safeParse(value).data ?? "";
  if (text === "" || text.length > longestName || unfitForALine.test(text) || !text.isWellFormed())
    problems.push({ path: ["", field], problem: `expected a line of 1 to ${longestName} characters`, value });
  return text;
}

function reasonText(value: string, problems: Problem[]): string | undefined {
  if (value.trim() === "") return undefined;
  const text = Text.safeParse(value).data;
  if (text === undefined || text.includes("\u0000") || !text.isWellFormed())
    problems.push({ path: ["", "reason"], problem: "expected a text of at most 20,000 characters", value });
  return text;
}

function digestOf(caseId: string, asked: object): string {
  try {
    return sha256(canonical(asked));
  } catch (cause) {
    const problem = { path: [], problem: `cannot be written as JSON: ${(cause as Error).message}`, value: undefined };
    throw new UnfitError(`${caseId}: the change cannot be taken`, [problem], { cause });
  }
}
