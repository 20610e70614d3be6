import { scaledFactors, type Case } from "@mizan/model";

/** Why a case has no index, as the end of a sentence. */
export function whyNoIndex(study: Case): string {
  const scaled = scaledFactors(study).length;
  if (study.factors.length === 0) return "it has no factors";
  if (scaled === 0) return "none of its factors has a scale";
  return scaled === study.factors.length
    ? "its factors have scales, but none has a weight"
    : "some of its factors have a scale, but none has a weight";
}
