import * as z from "zod";
import { Confidence } from "./confidence.ts";
import { Id } from "./id.ts";
import { OptionId } from "./option.ts";
import { OutcomeId } from "./outcome.ts";
import { Period } from "./period.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const JudgementId = Id.brand<"JudgementId">();
export type JudgementId = z.infer<typeof JudgementId>;

/** The seven degrees of likelihood of ICD 203 (ODNI, 2015), least to most. */
export const Likelihood = z.enum([
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even chance",
  "likely",
  "very likely",
  "almost certain",
]);
export type Likelihood = z.infer<typeof Likelihood>;

/** What the assessment concludes. How likely and how firmly held are apart and never stand in one sentence. */
export const Judgement = z.strictObject({
  id: JudgementId,
  statement: LanguageMap,
  likelihood: Likelihood.optional(),
  /** Why this likelihood word was chosen, where the assessment does not use one. */
  likelihoodRationale: Text.optional(),
  confidence: Confidence,
  confidenceRationale: Text.optional(),
  horizon: Period.optional(),
  outcome: OutcomeId.optional(),
  option: OptionId.optional(),
  ...provenance,
});
export type Judgement = z.infer<typeof Judgement>;
