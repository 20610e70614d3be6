import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Citation } from "./citation.ts";
import { FactorId, StateId } from "./factor.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const OptionId = Id.brand<"OptionId">();
export type OptionId = z.infer<typeof OptionId>;

/** A course of action open to an actor: the decision states it chooses, and what is said to follow. */
export const Option = z.strictObject({
  id: OptionId,
  name: LanguageMap,
  actor: ActorId,
  summary: Text,
  /** The state it chooses of each decision factor of its actor; it forces nothing else. */
  sets: z.record(FactorId, StateId),
  /** What the assessment says follows, in order. */
  follows: z
    .array(z.strictObject({ statement: Text, factor: FactorId.optional(), citations: z.array(Citation).min(1) }))
    .optional(),
  ...provenance,
});
export type Option = z.infer<typeof Option>;
