import type { Basis, Confidence, LanguageMap, Likelihood } from "@mizan/model";
import { periodText } from "@mizan/model/words";
import { citedOf, type Cited } from "./cited.ts";
import type { Reading } from "./reading.ts";

/** A judgement in a line. */
export interface JudgementRow {
  id: string;
  statement: LanguageMap;
  likelihood: Likelihood | undefined;
  likelihoodRationale: string | undefined;
  confidence: Confidence;
  confidenceRationale: string | undefined;
  horizon: string | undefined;
  basis: Basis;
  places: string;
  citations: readonly Cited[];
  note: string | undefined;
}

/** The judgements that had been made by the day. */
export function judgementRows({ balance, made }: Reading): JudgementRow[] {
  return made.judgements.map((judgement) => {
    const citations = citedOf(balance, judgement.citations);
    return {
      id: judgement.id,
      statement: judgement.statement,
      likelihood: judgement.likelihood,
      likelihoodRationale: judgement.likelihoodRationale,
      confidence: judgement.confidence,
      confidenceRationale: judgement.confidenceRationale,
      horizon: judgement.horizon && periodText(judgement.horizon),
      basis: judgement.basis ?? "text",
      places: [...new Set(citations.map(({ place }) => place).filter((place) => place !== undefined))].join(", "),
      citations,
      note: judgement.note,
    };
  });
}
