import { problemText, type Problem } from "@mizan/model";
import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from "yaml";

/** A problem of one file of a case folder, with its line and column where the file has such a place; both count from 1. */
export interface PlacedProblem extends Problem {
  file: string;
  line?: number;
  column?: number;
}

/** A problem in one line: `events.yaml:12:7: at [3].effects[0].factor: unknown factor: credibilty (did you mean credibility?)`. */
export function placedText(problem: PlacedProblem): string {
  const { file, line, column } = problem;
  return visible(`${line === undefined ? file : `${file}:${line}:${column}`}: ${problemText(problem)}`);
}

/** A line in which nothing hides: control characters and those that reorder text are written as their codes. */
function visible(line: string): string {
  return line.replace(/[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2066-\u2069]/gu, (character) => {
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`;
  });
}

/** The problem with the line and column of its path in a document, or of the nearest part of that path that exists. */
export function placed(problem: Problem, file: string, document: Document, lines: LineCounter): PlacedProblem {
  const isKey = problem.value !== undefined && problem.value === problem.path.at(-1);
  const { line, col } = lines.linePos(offsetOf(document, problem.path.slice(1), isKey));
  return { ...problem, file, line, column: col };
}

function offsetOf(document: Document, path: readonly (string | number)[], atKey: boolean): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isSeq(node)) {
      node = (node.items[Number(step)] as Node | undefined) ?? null;
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair && atKey && depth === path.length - 1) return startOf(pair.key as Node) ?? offset;
      offset = startOf(pair?.key as Node | null) ?? offset;
      node = (pair?.value as Node | null | undefined) ?? null;
    } else {
      return offset;
    }
    if (node === null) return offset;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}
