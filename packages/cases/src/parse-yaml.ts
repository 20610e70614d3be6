import { LineCounter, parseDocument, visit, type Document, type YAMLParseError, type YAMLWarning } from "yaml";
import type { PlacedProblem } from "./place.ts";

/** A YAML file taken in: its plain data, and the document that knows where each piece stands. */
export interface ParsedYaml {
  data: unknown;
  document: Document;
  lines: LineCounter;
}

/** Aliases may be used, but not to blow a short file up into a huge one. */
const maxAliasCount = 1000;

const tooDeep = "nested too deeply to be read";

/**
 * Reads YAML 1.2 by the core schema: no dates, no tags of one's own, no merge keys. Gives every syntax error of the
 * text instead where there are any.
 */
export function parseYaml(text: string, at: Pick<PlacedProblem, "file" | "path">): ParsedYaml | PlacedProblem[] {
  const lines = new LineCounter();
  const problemAt = (offset: number, problem: string, value: unknown = lineFrom(text, offset)): PlacedProblem => {
    const { line, col } = lines.linePos(offset);
    return { ...at, line, column: col, problem, value };
  };
  try {
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      customTags: [],
      resolveKnownTags: false,
      merge: false,
      prettyErrors: false,
      logLevel: "error",
      lineCounter: lines,
    });
    const faults = firstOfEachLine([...document.errors, ...document.warnings], lines);
    if (faults.length > 0)
      return faults.map((fault) => problemAt(fault.pos[0], tabBefore(text, fault.pos[0]) ?? faultText(fault)));
    try {
      return { data: document.toJS({ maxAliasCount }) as unknown, document, lines };
    } catch (error) {
      return [problemAt(firstAlias(document), lowerFirst((error as Error).message))];
    }
  } catch (error) {
    if (error instanceof RangeError) return [problemAt(0, tooDeep)];
    throw error;
  }
}

/** One broken bracket makes the parser stumble over every word behind it; those are no faults of their own. */
function firstOfEachLine(
  faults: readonly (YAMLParseError | YAMLWarning)[],
  lines: LineCounter,
): (YAMLParseError | YAMLWarning)[] {
  const sorted = faults
    .filter(({ code }, i) => i === 0 || code !== "UNEXPECTED_TOKEN")
    .toSorted((a, b) => a.pos[0] - b.pos[0]);
  const seen = new Set<number>();
  return sorted.filter(({ pos }) => {
    const { line } = lines.linePos(pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

function faultText({ code, message }: YAMLParseError | YAMLWarning): string {
  if (code === "MULTIPLE_DOCS") return "expected one document";
  return message.startsWith("Maximum call stack") ? tooDeep : lowerFirst(message);
}

function tabBefore(text: string, offset: number): string | undefined {
  const row = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^\s*\t\s*$/.test(row) ? "a tab in the indentation, where YAML takes only spaces" : undefined;
}

function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function lineFrom(text: string, offset: number): string | undefined {
  const end = text.indexOf("\n", offset);
  return (
    text.slice(offset, end < 0 ? Math.min(text.length, offset + 200) : Math.min(end, offset + 200)).trim() || undefined
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
