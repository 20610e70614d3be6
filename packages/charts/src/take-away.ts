import { getContext, hasContext, setContext } from "svelte";
import type { DrawingTable } from "./drawing.ts";

const key = Symbol("take away");

/** What a drawing can be taken away as: its data, or its picture in lines or in dots. */
export type FileKind = "csv" | "svg" | "png";

/** A drawing as it stands on a page. */
export interface DrawnFrame {
  figure: HTMLElement;
  table: DrawingTable;
}

/** Makes a file of a drawing and gives it to the reader. */
export type TakeAway = (kind: FileKind, frame: DrawnFrame) => Promise<void>;

/** Lets every drawing below this component be taken away. */
export function setTakeAway(take: TakeAway): void {
  setContext(key, take);
}

/** How the page gives a drawing away; undefined where it does not. */
export function takeAway(): TakeAway | undefined {
  return hasContext(key) ? getContext<TakeAway>(key) : undefined;
}

/** The pictures of a drawing that can be seen now: those of another width are hidden. */
export function visiblePictures(figure: HTMLElement): SVGSVGElement[] {
  return [...figure.querySelectorAll<SVGSVGElement>("svg.drawing")].filter(
    (svg) => !svg.closest("details") && svg.getBoundingClientRect().width > 0,
  );
}
