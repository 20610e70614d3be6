import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { nearest, readCase, recordKinds, type Case, type Problem, type RecordKind } from "@mizan/model";
import { CaseError } from "./case-error.ts";
import { parseYaml, type ParsedYaml } from "./parse-yaml.ts";
import { placed, type PlacedProblem } from "./place.ts";
import { readText } from "./read-text.ts";

type Part = "case" | RecordKind;

const parts: readonly Part[] = ["case", ...recordKinds];
const fileOf = (part: string) => `${part}.yaml`;

/** A case read from its folder, and what is odd about it without being wrong. */
export interface LoadedCase {
  study: Case;
  warnings: readonly PlacedProblem[];
}

/**
 * Reads a case from a folder: `case.yaml` and a list of records in each of `sources.yaml`, `actors.yaml` and so on.
 * A folder that does not fit is a `CaseError` with every problem of every file, by line and column.
 */
export async function loadCase(folder: string): Promise<LoadedCase> {
  const name = basename(resolve(folder));
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const problem =
      cause.code === "ENOENT"
        ? "no such folder"
        : cause.code === "ENOTDIR"
          ? "not a folder"
          : `cannot be read: ${cause.code}`;
    throw new CaseError(`${name} cannot be read as a case`, [{ file: name, path: [], problem, value: folder }], {
      cause,
    });
  });

  const problems = strangers(names);
  const files = new Map<Part, ParsedYaml>();
  const unread = new Set<Part>(problems.flatMap(({ nearest: file }) => parts.filter((part) => fileOf(part) === file)));
  for (const part of parts.filter((candidate) => names.includes(fileOf(candidate)))) {
    const read = await readPart(join(folder, fileOf(part)), part);
    if (Array.isArray(read)) {
      problems.push(...read);
      unread.add(part);
    } else {
      files.set(part, read);
      unread.delete(part);
    }
  }

  const data = Object.fromEntries([...files].map(([part, file]) => [part, file.data]));
  const reading = readCase(data, [...unread]);
  const place = (problem: Problem): PlacedProblem => {
    const part = problem.path[0] as Part;
    const file = files.get(part);
    return file ? placed(problem, fileOf(part), file.document, file.lines) : { ...problem, file: fileOf(part) };
  };
  problems.push(...reading.problems.map(place));
  if (!reading.study || problems.length > 0)
    throw new CaseError(`${name} does not fit the model`, problems.toSorted(inReadingOrder));
  return { study: reading.study, warnings: reading.warnings.map(place).toSorted(inReadingOrder) };
}

/** YAML files that are no part of a case, with the part they may have been meant for where that one is missing. */
function strangers(names: readonly string[]): PlacedProblem[] {
  const known = parts.map(fileOf);
  return names
    .filter((file) => /\.ya?ml$/i.test(file) && !known.includes(file))
    .map((file) => {
      const meant = nearest(file.toLowerCase().replace(/\.yml$/, ".yaml"), known);
      const problem = { file, path: [], problem: "unknown file", value: file };
      return meant === undefined ? problem : { ...problem, nearest: meant };
    });
}

async function readPart(path: string, part: Part): Promise<ParsedYaml | PlacedProblem[]> {
  const at = { file: fileOf(part), path: [part] };
  const text = await readText(path, at);
  if (typeof text !== "string") return [text];
  const parsed = parseYaml(text, at);
  if (Array.isArray(parsed)) return parsed;
  const { data } = parsed;
  if (part === "case" ? isMapping(data) : Array.isArray(data)) return parsed;
  const expected = part === "case" ? "a mapping" : "a list of records";
  const found =
    data === null ? "an empty file" : Array.isArray(data) ? "a list" : isMapping(data) ? "a mapping" : "a single value";
  const problem = {
    path: [part],
    problem: `expected ${expected}, found ${found}`,
    value: data === null ? undefined : data,
  };
  return [placed(problem, fileOf(part), parsed.document, parsed.lines)];
}

function isMapping(data: unknown): boolean {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

const position = ({ file }: PlacedProblem) => parts.findIndex((part) => fileOf(part) === file);

function inReadingOrder(a: PlacedProblem, b: PlacedProblem): number {
  return position(a) - position(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
