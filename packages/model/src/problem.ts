import { hintText } from "./nearest.ts";

/** One thing wrong with a case: where, what, the value found and, for a wrong word, the nearest right one. */
export interface Problem {
  /** From the whole case down: `["events", 3, "effects", 0, "factor"]`. */
  path: readonly (string | number)[];
  problem: string;
  value: unknown;
  nearest?: string;
}

/** A path as it is written in code, without its first step (the file says that): `[3].effects[0].factor`. */
function placeText(path: Problem["path"]): string {
  return path
    .slice(1)
    .map((step, depth) => (typeof step === "number" ? `[${step}]` : `${depth ? "." : ""}${step}`))
    .join("");
}

/** A problem in one line, after its origin: `at [3].effects[0].factor: unknown factor: credibilty (did you mean credibility?)`. */
export function problemText({ path, problem, value, nearest }: Problem): string {
  const place = placeText(path);
  return `${place ? `at ${place}: ` : ""}${problem}${value === undefined ? "" : `: ${valueText(value)}`}${hintText(nearest)}`;
}

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value, plain) ?? String(value));
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line || '""';
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)) ? String(value) : value;
}
