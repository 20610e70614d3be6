import type { Scale } from "../factor.ts";

/** Where each state ends, in x: never for the last, and for a state beyond a declared cut as if it were not there. */
export function stateEnds(cuts: Scale["cuts"]): number[] {
  const first = cuts.findIndex((cut) => cut !== "declared");
  const ends = cuts.map((cut, i) =>
    cut === "declared" ? (i < first || first < 0 ? -Infinity : Infinity) : Math.atanh(cut),
  );
  return [...ends, Infinity];
}
