import { type Judgement } from "@mizan/model";
import { likelihoodRange } from "@mizan/model/words";

const firmness = { high: 2, moderate: 1, low: 0 };

/** How likely a judgement says its statement is, in percent; below all others where it does not say. */
export function likelihoodOf({ likelihood }: Judgement): number {
  return likelihood ? likelihoodRange(likelihood)[0] : -1;
}

/** Judgements held most firmly first, the likeliest before others. */
export function byFirmness(a: Judgement, b: Judgement): number {
  return firmness[b.confidence] - firmness[a.confidence] || likelihoodOf(b) - likelihoodOf(a);
}

/** Judgements by likelihood, the likeliest first, then by firmness. */
export function byLikelihood(a: Judgement, b: Judgement): number {
  return likelihoodOf(b) - likelihoodOf(a) || byFirmness(a, b);
}
