import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import type { PlacedProblem } from "./place.ts";

/** More than any case kept by hand; a file beyond it is refused unread. */
export const largestFile = 50_000_000;

/** The text of a file without its byte order mark, or why it has none. */
export async function readText(
  path: string,
  at: Pick<PlacedProblem, "file" | "path">,
): Promise<string | PlacedProblem> {
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return { ...at, problem: "expected a file", value: undefined };
    if (entry.size > largestFile) return { ...at, problem: `expected at most ${largestFile} bytes`, value: entry.size };
    const bytes = await readFile(path);
    return isUtf8(bytes) ? new TextDecoder().decode(bytes) : { ...at, ...unreadablePlace(bytes) };
  } catch (error) {
    return {
      ...at,
      problem: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
      value: undefined,
    };
  }
}

function unreadablePlace(bytes: Buffer): Pick<PlacedProblem, "line" | "column" | "problem" | "value"> {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const row = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(row)) {
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(row);
      return { line, column: text.indexOf("\uFFFD") + 1, problem: "expected UTF-8 text", value: text.trim() };
    }
    start = end + 1;
  }
}
