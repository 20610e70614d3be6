import type { Citation } from "../citation.ts";
import type { Credibility, Grade, Reliability } from "../grade.ts";
import type { Method } from "../method.ts";

/**
 * How much one citation weighs, 0 to 1: the geometric mean √(r·c) of its reliability and its credibility, since the two
 * grades are not independent in practice (Baker, McKendry and Mace 1968).
 */
export function citationWeight(grade: Grade, { reliability, credibility }: Method): number {
  return Math.sqrt(reliability[grade[0] as Reliability] * credibility[grade[1] as Credibility]);
}

/**
 * The chance that a record is right, 0 to 1: 1 − Π(1 − gᵢ) over its independent origins, each at its best citation, and
 * never above the cap. A citation below the corroboration floor counts only where nothing better is cited, and then
 * alone. Undefined without a citation.
 */
export function evidenceWeight(citations: readonly Citation[], method: Method): number | undefined {
  const best = originWeights(citations, method);
  if (best.size === 0) return undefined;
  const weights = [...best.values()];
  const corroborating = weights.filter((weight) => weight >= method.corroborationFloor);
  const right =
    corroborating.length === 0
      ? Math.max(...weights)
      : 1 - corroborating.reduce((wrong, weight) => wrong * (1 - weight), 1);
  return Math.min(right, method.evidenceCap);
}

/** The best citation weight of each independent origin; an origin is the citation's own, else its source. */
export function originWeights(citations: readonly Citation[], method: Method): Map<string, number> {
  const best = new Map<string, number>();
  for (const { origin, source, grade } of citations) {
    const key = origin ?? source;
    best.set(key, Math.max(best.get(key) ?? 0, citationWeight(grade, method)));
  }
  return best;
}
