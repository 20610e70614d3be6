import * as z from "zod";
import { FactorId, StateId } from "./factor.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { LanguageMap } from "./text.ts";

export const OutcomeId = Id.brand<"OutcomeId">();
export type OutcomeId = z.infer<typeof OutcomeId>;

/** A named condition on states: it holds when any one of `when` does, each a list of admitted states by factor. */
export const Outcome = z.strictObject({
  id: OutcomeId,
  name: LanguageMap,
  judgement: Id.optional(),
  when: z.array(z.record(FactorId, z.array(StateId).min(1))).min(1),
  ...provenance,
});
export type Outcome = z.infer<typeof Outcome>;
