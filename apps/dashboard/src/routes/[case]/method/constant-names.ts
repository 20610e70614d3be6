import type { Method } from "@mizan/model";

/** What each constant of the method is, in words. */
export const constantNames: Readonly<Record<keyof Method, string>> = {
  reliability: "Weight of a source, by the letter of its grade",
  credibility: "Weight of a report, by the digit of its grade",
  attribution: "Chance that the named party did it",
  evidenceCap: "The most a record’s evidence can weigh",
  corroborationFloor: "Below this a citation corroborates nothing",
  step: "Size of a step of shift, in x",
  shiftSd: "Doubt about a shift’s size, in steps, by confidence",
  baselineSd: "Doubt about a baseline, in steps, by confidence",
  correlation: "How far one author’s errors go together",
  impactSd: "Doubt about a cross-impact cell, in points, by confidence",
  inertia: "How much better a rival state must be before a factor leaves its own",
};
