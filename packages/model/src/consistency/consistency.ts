import { eventRules } from "./event-rules.ts";
import { factorRules } from "./factor-rules.ts";
import { referrer, type Draft, type Findings } from "./findings.ts";
import { frameRules } from "./frame-rules.ts";
import { impactRules } from "./impact-rules.ts";
import { optionRules } from "./option-rules.ts";
import { provenanceRules } from "./provenance-rules.ts";
import { referenceRules } from "./reference-rules.ts";

/** What is wrong between the records of a case: references, orders, sums. References into unread kinds are not judged. */
export function consistency(draft: Draft): Findings {
  const found: Findings = { problems: [], warnings: [] };
  const refer = referrer(draft, found);
  const factors = new Map(draft.study.factors.map((factor) => [factor.id as string, factor]));
  frameRules(draft, refer, found);
  provenanceRules(draft, refer, found);
  referenceRules(draft, factors, refer, found);
  factorRules(draft, refer, found);
  eventRules(draft, factors, refer, found);
  impactRules(draft, factors, refer, found);
  optionRules(draft, factors, refer, found);
  return found;
}
