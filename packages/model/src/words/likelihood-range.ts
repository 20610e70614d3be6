import type { Likelihood } from "../judgement.ts";

/** The ICD 203 ranges (ODNI 2015, section D.6.e), in percent. Neighbours share an end point; it belongs to the upper. */
const ranges: readonly (readonly [term: Likelihood, from: number, to: number])[] = [
  ["almost no chance", 1, 5],
  ["very unlikely", 5, 20],
  ["unlikely", 20, 45],
  ["roughly even chance", 45, 55],
  ["likely", 55, 80],
  ["very likely", 80, 95],
  ["almost certain", 95, 99],
];

/** The range of chances a likelihood word stands for, in percent. */
export function likelihoodRange(term: Likelihood): readonly [from: number, to: number] {
  const [, from, to] = ranges.find(([word]) => word === term)!;
  return [from, to];
}

/** The word for a share from 0.01 to 0.99; none beyond, where ICD 203 has no word. */
export function likelihoodWord(share: number): Likelihood | undefined {
  if (!(share >= 0.01 && share <= 0.99)) return undefined;
  return ranges.findLast(([, from]) => share >= from / 100)?.[0];
}
