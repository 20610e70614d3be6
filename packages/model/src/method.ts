import * as z from "zod";

const share = z.number().min(0).max(1);
const steps = z.number().min(0).max(10);
const byConfidence = z.strictObject({ low: steps, moderate: steps, high: steps });

/** The constants of every computation, each of which a case may set for itself. */
export const Method = z.strictObject({
  /** Weight of a source by reliability. No official numbers exist. */
  reliability: z.strictObject({ A: share, B: share, C: share, D: share, E: share, F: share }),
  /** Weight of a report by credibility. No official numbers exist. */
  credibility: z.strictObject({ "1": share, "2": share, "3": share, "4": share, "5": share, "6": share }),
  /** Chance that the named party did it, by attribution rung. */
  attribution: z.strictObject({ claimed: share, suspected: share, likely: share, confirmed: share }),
  /** A record's evidence weight never exceeds this. */
  evidenceCap: share,
  /** A citation below this weight corroborates nothing. */
  corroborationFloor: share,
  /** Size of one step of shift, in x. */
  step: z.number().positive().max(2),
  /** Standard deviation of a coded shift, in steps, by confidence. */
  shiftSd: byConfidence,
  /** Standard deviation of a baseline, in steps, by confidence. */
  baselineSd: byConfidence,
  /** Standard deviation of a cross-impact cell, in points, by confidence. */
  impactSd: byConfidence,
  /** Common correlation of the errors in one author's factors. */
  correlation: share,
  /** How much better a rival state must be before a factor leaves its present one. */
  inertia: z.number().min(0),
});
export type Method = z.infer<typeof Method>;
