import type { Case } from "../case.ts";
import type { Method } from "../method.ts";

const admiralty = 0.95;

/** The constants used where a case states none. Each is a convention with its reason, not a measurement. */
export const defaultMethod: Method = {
  // Evenly spaced in the middle of the scale; F and 6 mean "cannot be judged", so they stand at even odds.
  reliability: { A: admiralty, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.5 },
  credibility: { "1": admiralty, "2": 0.8, "3": 0.6, "4": 0.4, "5": 0.2, "6": 0.5 },
  // The middles of the ICD 203 bands that the words fall in, with "claimed" below even odds.
  attribution: { claimed: 0.3, suspected: 0.5, likely: 0.7, confirmed: 0.95 },
  // No pile of reports makes certainty.
  evidenceCap: 0.99,
  // A report more likely wrong than right adds nothing to a better one.
  corroborationFloor: 0.5,
  // Three decisive steps (9 × 0.25 = 2.25) carry a level from parity to 0.98.
  step: 0.25,
  shiftSd: { low: 1, moderate: 0.5, high: 0.25 },
  baselineSd: { low: 2, moderate: 1, high: 0.5 },
  impactSd: { low: 1, moderate: 0.5, high: 0.25 },
  // At 0, splitting a factor in two would narrow the index's band.
  correlation: 0.1,
  inertia: 1,
};

/** The constants a case is computed with: its own where it states them, else the defaults. */
export function methodOf(study: Pick<Case, "case">): Method {
  return { ...defaultMethod, ...study.case.method } as Method;
}
