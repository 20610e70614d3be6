import type { Side } from "@mizan/model";

/** The pole a mark, bar or figure belongs to: 1 the positive side, −1 the negative, 0 neither. */
export type Pole = -1 | 0 | 1;

/** The pole of an actor's side. */
export function poleOf(side: Side): Pole {
  return side === "positive" ? 1 : side === "negative" ? -1 : 0;
}

/** The pole a number leans to. */
export function poleOfNumber(value: number): Pole {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** The class that fills or strokes a mark with its pole's colour. */
export function sideClass(pole: Pole): "pos" | "neg" | "mid" {
  return pole > 0 ? "pos" : pole < 0 ? "neg" : "mid";
}

/** The class that writes text in its pole's ink; neither is plain ink. */
export function inkClass(pole: Pole): "pos-ink" | "neg-ink" | "" {
  return pole > 0 ? "pos-ink" : pole < 0 ? "neg-ink" : "";
}
