/** Where a drawing stands: the monitor, a slide (text 16 and 20), or a phone (358 wide). */
export type DrawingSize = "monitor" | "slide" | "phone";

/** The data of a drawing as a table, every number already in words. */
export interface DrawingTable {
  columns: string[];
  rows: (string | number)[][];
}

/** How a drawing presents itself: one picture, unless it holds links that must stay reachable. */
export function drawingRole(hasLinks: boolean): "img" | "group" {
  return hasLinks ? "group" : "img";
}
