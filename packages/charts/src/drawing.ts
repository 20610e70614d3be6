import type { Band } from "@mizan/model";
import type { FigureForm } from "@mizan/model/words";

/** Where a drawing stands: the monitor, a slide (text 16 and 20), or a phone (358 wide). */
export type DrawingSize = "monitor" | "slide" | "phone";

/** A number of a table or a band of two, with the key of its trace. */
export interface TableFigure {
  value: number | Band;
  form: FigureForm;
  trace: string;
}

/** The data of a drawing as a table: words and dates as text, every number as a figure that opens. */
export interface DrawingTable {
  columns: string[];
  rows: (string | TableFigure)[][];
}

/** How a drawing presents itself: one picture, unless it holds links that must stay reachable. */
export function drawingRole(hasLinks: boolean): "img" | "group" {
  return hasLinks ? "group" : "img";
}
