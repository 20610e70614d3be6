import { dailyEvidence, scaledFactors, type Day, type Evidence } from "@mizan/model";
import type { Store } from "../src/index.ts";

/** The evidence of a case by factor and day, of the sums that its store keeps. */
export async function evidenceOf(
  store: Store,
  caseId: string,
  { from, to, knownAt }: { from: Day; to: Day; knownAt?: Day | undefined },
): Promise<Evidence> {
  const study = await store.study(caseId, { kinds: ["factors"] });
  const { spans } = await store.window(caseId, { asOf: to, knownAt, most: 0 });
  return dailyEvidence(scaledFactors(study), spans, from, to);
}
