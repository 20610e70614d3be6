import type { Problem } from "@mizan/model";
import type { PlacedFault } from "./problem-body.ts";

const longestValue = 200;

/** Faults as they are placed in what was sent: without the first so many steps of their paths, which name the record. */
export function placedFaults(problems: readonly Problem[], above: number): PlacedFault[] {
  return problems.map(({ path, problem, value, nearest }) => ({
    pointer: path
      .slice(above)
      .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join(""),
    detail: problem,
    ...(value === undefined ? {} : { value: printable(value) }),
    ...(nearest === undefined ? {} : { nearest }),
  }));
}

/** A value short enough to be sent back, whatever was sent. */
function printable(value: unknown): unknown {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longestValue ? shortened(text, longestValue) : value;
}

/** The beginning of a text that is too long. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
