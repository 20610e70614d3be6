import * as z from "zod";
import { Confidence } from "./confidence.ts";
import { FactorId, StateId } from "./factor.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { Text } from "./text.ts";

export const ImpactId = Id.brand<"ImpactId">();
export type ImpactId = z.infer<typeof ImpactId>;

/**
 * How one state of one factor bears directly on each state of another: a row of the cross-impact matrix, by custom
 * −3 (hinders strongly) to 3 (promotes strongly). A state that is not named gets 0. Weimer-Jehle (2006).
 */
export const Impact = z.strictObject({
  id: ImpactId,
  from: z.strictObject({ factor: FactorId, state: StateId }),
  on: FactorId,
  values: z.record(StateId, z.int()),
  /** How sure the coder is of the values; left out where they are taken as given. */
  confidence: Confidence.optional(),
  rationale: Text.optional(),
  ...provenance,
});
export type Impact = z.infer<typeof Impact>;
