import type { DrawingSize } from "@mizan/charts";
import { getContext, setContext } from "svelte";

const key = Symbol("drawing size");

/** Says how large the drawings below this component are. */
export function setDrawingSize(size: () => DrawingSize): void {
  setContext(key, size);
}

/** How large drawings are here, at the moment the component is made. */
export function drawingSize(): DrawingSize {
  return getContext<() => DrawingSize>(key)();
}
