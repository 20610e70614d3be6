import type { DrawnFrame } from "@mizan/charts";
import { bandText } from "@mizan/model/words";
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Caption } from "./caption.ts";

type Cell = DrawnFrame["table"]["rows"][number][number];

/**
 * A drawing's data in rows, after lines that begin with # and say what it is. Numbers stand as they are counted, levels
 * in points; a text that a spreadsheet would take for a formula is quoted.
 */
export function drawingCsv({ columns, rows }: DrawnFrame["table"], { title, measure, notes }: Caption): string {
  const about = [title, measure, ...notes]
    .filter((line) => line !== "")
    .map((line) => `# ${line.replace(/\s+/g, " ")}\n`);
  return `${about.join("")}${stringify([columns, ...rows.map((row) => row.map(valueOf))], { escape_formulas: true })}`;
}

function valueOf(cell: Cell): string | number {
  if (typeof cell === "string") return cell;
  const { value, form } = cell;
  if (typeof value !== "number") return bandText(value, form);
  return form === "level" ? 100 * value : value;
}
