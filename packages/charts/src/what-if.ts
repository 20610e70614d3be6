import type { Band } from "@mizan/model";
import type { FigureForm } from "@mizan/model/words";
import { getContext, hasContext, setContext } from "svelte";

const key = Symbol("what-if");

/** A figure as it is drawn. */
export interface DrawnFigure {
  trace: string;
  form: FigureForm;
  value: number | Band | undefined;
}

/** Whether a figure rests on something supposed, and what it was as coded; `was` is absent where it is not known. */
export type Supposed = (figure: DrawnFigure) => { was?: number } | undefined;

/** Marks every figure below this component that rests on something supposed. */
export function setSupposed(supposed: Supposed): void {
  setContext(key, supposed);
}

/** What the page supposes; nothing, where a drawing stands on its own. */
export function supposedOf(): Supposed {
  return hasContext(key) ? getContext<Supposed>(key) : () => undefined;
}
