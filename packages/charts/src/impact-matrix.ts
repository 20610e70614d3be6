import { inLanguage } from "@mizan/model";
import { counted, figureText } from "@mizan/model/words";
import type { DrawingTable } from "./drawing.ts";
import type { FactorStates } from "./state-path.ts";
import { textWithin } from "./text-width.ts";
import type { Pole } from "./side-class.ts";

/** A coded cell of the cross-impact matrix: what a state does to another. */
export interface ImpactCell {
  /** The impact and the state it acts on: "posture-on-credibility/impunity". */
  key: string;
  /** The state that acts and the one acted on, counted over the states of all factors in their order. */
  row: number;
  column: number;
  /** By custom −3 to 3. */
  value: number;
  /** The case author's own judgement. */
  author: boolean;
}

/** A state's row and column of the matrix. */
export interface MatrixLine {
  at: number;
  text: string;
  /** The name in full; the text may be shortened. */
  full: string;
  side: Pole;
  /** Where its middle lies, from the start of the squares. */
  middle: number;
}

/** The states of one factor. */
export interface MatrixBlock {
  id: string;
  /** Its name as there is room for it, at the left and above its columns. */
  text: string;
  above: string;
  full: string;
  start: number;
  length: number;
}

export interface MatrixDrawing {
  lines: readonly MatrixLine[];
  blocks: readonly MatrixBlock[];
  /** The side of the square that holds all cells. */
  length: number;
}

/** The side of a cell, the air between two factors, the room for names beside and above the squares. */
export const matrixFrame = { cell: 24, air: 5, left: 212, top: 150 } as const;
const stateRoom = 118;

/** Where the rows and columns of a matrix lie: the same both ways. */
export function matrixDrawing(factors: readonly FactorStates[], language = "en"): MatrixDrawing {
  const { cell, air } = matrixFrame;
  let [at, start] = [0, 0];
  const lines: MatrixLine[] = [];
  const blocks = factors.map(({ id, name, states }): MatrixBlock => {
    const block = { id, start, length: states.length * cell, full: inLanguage(name, language) };
    states.forEach(({ name: full, side }, i) =>
      lines.push({ at: at + i, full, text: textWithin(full, stateRoom, 12), side, middle: start + (i + 0.5) * cell }),
    );
    at += states.length;
    start += block.length + air;
    const text = textWithin(block.full, matrixFrame.left - stateRoom - 14, 12, 600);
    return { ...block, text, above: textWithin(block.full, block.length, 12, 600) };
  });
  return { lines, blocks, length: Math.max(0, start - air) };
}

/** The side of a cell's mark: by strength 1 to 3, and no more. */
export function markSide(value: number): number {
  return 6 * Math.min(3, Math.abs(value));
}

/** Every state of all factors with its factor's name, in the order of the matrix. */
function namedStates(factors: readonly FactorStates[], language: string): string[] {
  return factors.flatMap(({ name, states }) => states.map((state) => `${inLanguage(name, language)}: ${state.name}`));
}

/** What each cell is called: "Posture: Ease off on Credibility: Impunity, +3". */
export function cellNames(factors: readonly FactorStates[], cells: readonly ImpactCell[], language = "en"): string[] {
  const names = namedStates(factors, language);
  return cells.map(({ row, column, value }) => `${names[row]} on ${names[column]}, ${figureText(value, "steps")}`);
}

/** The matrix in a sentence or two. */
export function impactMatrixSummary(factors: readonly FactorStates[], cells: readonly ImpactCell[]): string {
  const count = (holds: (cell: ImpactCell) => boolean) => cells.filter(holds).length;
  return `${counted(factors.length, "factor")}, ${counted(cells.length, "coded cell")}: ${count(({ value }) => value > 0)} promote, ${count(({ value }) => value < 0)} hinder; ${count(({ author }) => author)} are the author’s own judgement.`;
}

/** Every cell that promotes or hinders, as a table. */
export function impactMatrixTable(
  factors: readonly FactorStates[],
  cells: readonly ImpactCell[],
  language = "en",
): DrawingTable {
  const names = namedStates(factors, language);
  return {
    columns: ["State that acts", "State acted on", "Impact"],
    rows: cells
      .filter(({ value }) => value !== 0)
      .map(({ key, row, column, value }) => [
        names[row]!,
        names[column]!,
        { value, form: "steps" as const, trace: `impact/${key}` },
      ]),
  };
}
