import { mostFactors, mostStates } from "@mizan/model/scenarios";

/** A descriptor of a ScenarioWizard project, a factor in our words, with the names of its states. */
export interface ScwDescriptor {
  name: string;
  /** What the project's author noted on it, if anything. */
  note?: string;
  states: readonly { name: string; note?: string }[];
}

/** What a ScenarioWizard project says: its descriptors and its cross-impact matrix, rows the influencing states. */
export interface ScwProject {
  /** The name the file gives itself. */
  title: string;
  descriptors: readonly ScwDescriptor[];
  matrix: readonly (readonly number[])[];
}

/** What cannot be read, and on which line, counted from 1. */
export interface ScwProblem {
  line: number;
  problem: string;
}

/** A project, or every problem found. */
export interface ScwReading {
  project?: ScwProject;
  problems: readonly ScwProblem[];
}

interface Line {
  number: number;
  text: string;
}

const header = /^\s*\$ ?ScenarioWizard\b/;
/** Sections end at a line of nothing but #, which a note, being indented, is not: names, notes, one unused, colours, one unused, the matrix. */
const matrixSection = 5;
const notesSection = 1;
const mostProblems = 50;

/**
 * Whether a text or file is a ScenarioWizard project, by its first line; a solution file (.sl) is none: it is titled
 * "Solution set", and no descriptor follows.
 */
export function isScw(file: string | Uint8Array): boolean {
  const text = textOf(file);
  const [, title = "", ...rest] = text.split(/\r?\n/, 12);
  const isSolution = title.trim() === "Solution set" && !/^\s*&/.test(rest.join("\n"));
  return header.test(text) && !isSolution;
}

/**
 * Reads a ScenarioWizard project (.scw), given as text or as bytes (UTF-8, else Windows-1252). Takes names, notes and the
 * matrix of whole numbers (safe integers; rows the influencing states); colours and comments on cells are left. Never
 * throws: all problems come at once, up to 50, each with its line counted from 1. The layout is that of ScenarioWizard 4
 * (Weimer-Jehle, ScenarioWizard manual).
 */
export function readScw(file: string | Uint8Array): ScwReading {
  const text = textOf(file);
  if (!isScw(text))
    return {
      problems: [{ line: 1, problem: `expected "$ ScenarioWizard": ${text.split(/\r?\n/, 1)[0]!.slice(0, 60)}` }],
    };
  const [, title = { number: 2, text: "" }, ...lines] = text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, text: line }));
  const sections = sectionsOf(lines);
  const problems: ScwProblem[] = [];
  const descriptors = descriptorsOf(sections[0]!, problems);
  const states = descriptors.reduce((sum, descriptor) => sum + descriptor.states.length, 0);
  const rows = sections[matrixSection];
  if (!rows) problems.push({ line: lines.at(-1)?.number ?? 2, problem: "the file ends before its matrix" });
  const matrix = rows ? matrixOf(rows, states, problems) : [];
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
  const noted = withNotes(descriptors, sections[notesSection] ?? []);
  return { project: { title: title.text.trim(), descriptors: noted, matrix }, problems };
}

function textOf(file: string | Uint8Array): string {
  if (typeof file === "string") return file.replace(/^\uFEFF/, "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

function sectionsOf(lines: readonly Line[]): Line[][] {
  const sections: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trimEnd() === "#") sections.push([]);
    else sections.at(-1)!.push(line);
  }
  return sections;
}

function descriptorsOf(lines: readonly Line[], problems: ScwProblem[]): ScwDescriptor[] {
  const found: { line: number; name: string; states: { name: string }[] }[] = [];
  for (const { number, text } of lines) {
    const trimmed = text.trim();
    const name = trimmed.slice(1).trim();
    if (trimmed.startsWith("&")) found.push({ line: number, name, states: [] });
    else if (trimmed.startsWith("-") && found.length > 0) found.at(-1)!.states.push({ name });
    else if (trimmed !== "")
      problems.push({ line: number, problem: `expected a descriptor (&) or a state (-): ${trimmed}` });
  }
  if (found.length === 0) problems.push({ line: lines[0]?.number ?? 3, problem: "expected a descriptor (&)" });
  if (found.length > mostFactors)
    problems.push({
      line: found[mostFactors]!.line,
      problem: `expected at most ${mostFactors} descriptors: ${found.length}`,
    });
  for (const { line, name, states } of found)
    if (states.length < 2 || states.length > mostStates)
      problems.push({ line, problem: `expected 2 to ${mostStates} states of ${name}: ${states.length}` });
  return found.map(({ name, states }) => ({ name, states }));
}

function matrixOf(lines: readonly Line[], states: number, problems: ScwProblem[]): number[][] {
  const rows = lines.filter(({ text }) => text.trim() !== "");
  if (rows.length !== states)
    problems.push({
      line: rows.at(-1)?.number ?? lines[0]?.number ?? 1,
      problem: `expected ${states} rows, one a state: ${rows.length}`,
    });
  return rows.map(({ number, text }) => {
    const cells = text.split(",").map((cell) => cell.trim());
    if (cells.length !== states)
      problems.push({ line: number, problem: `expected ${states} impacts: ${cells.length}` });
    return cells.map((cell, i) => {
      const impact = /^[+-]?\d+$/.test(cell) ? Number(cell) : NaN;
      if (!Number.isSafeInteger(impact))
        problems.push({ line: number, problem: `expected a whole number as impact ${i + 1}: ${cell}` });
      return impact === 0 ? 0 : impact;
    });
  });
}

/**
 * Notes stand in the order of the descriptors and states, a line each, those of states indented; a section in another
 * shape holds none.
 */
function withNotes(descriptors: readonly ScwDescriptor[], lines: readonly Line[]): ScwDescriptor[] {
  const shape = descriptors.flatMap(({ states }) => ["&", ...states.map(() => "")]);
  const fits =
    shape.length === lines.length &&
    lines.every(({ text }, i) => (shape[i] === "&" ? /^\s*&/.test(text) : !text.startsWith("&")));
  if (!fits) return [...descriptors];
  let at = 0;
  const note = (skip: number) => {
    const text = lines[at++]!.text.trim().slice(skip).trim();
    return text === "" ? {} : { note: text };
  };
  return descriptors.map(({ name, states }) => ({
    name,
    ...note(1),
    states: states.map((state) => ({ ...state, ...note(0) })),
  }));
}
