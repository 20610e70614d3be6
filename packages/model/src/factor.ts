import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Confidence } from "./confidence.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const FactorId = Id.brand<"FactorId">();
export type FactorId = z.infer<typeof FactorId>;

export const StateId = Id.brand<"StateId">();
export type StateId = z.infer<typeof StateId>;

/** One of the named states a factor can be in. */
export const State = z.strictObject({ id: StateId, name: LanguageMap, meaning: Text.optional() });
export type State = z.infer<typeof State>;

/** What gives a factor a level: its weight in the index, where it stood at the opening, how fast evidence fades. */
export const Scale = z.strictObject({
  /** Share in the index is weight over the sum of weights. 0 keeps the factor out of the index. */
  weight: z.number().min(0).max(100),
  weightRationale: Text,
  /** Where the factor stood on the opening day, in x (level = tanh x), before any event of the case. */
  baseline: z.number().min(-3).max(3),
  baselineConfidence: Confidence,
  baselineRationale: Text,
  halfLifeDays: z.number().positive().max(36_500),
  halfLifeRationale: Text,
  /**
   * Where one state ends and the next begins, on the level's scale from −1 to 1, rising; one fewer than the states.
   * `declared` (at an outer end only): the state beyond is a public fact, entered and left only by an event that says so.
   */
  cuts: z.array(z.union([z.number().gt(-1).lt(1), z.literal("declared")])),
});
export type Scale = z.infer<typeof Scale>;

/** `condition`, the case moves it; `outside`, nothing in the case moves it; `decision`, an actor chooses it. */
export const FactorKind = z.enum(["condition", "outside", "decision"]);
export type FactorKind = z.infer<typeof FactorKind>;

/** What tips the balance: something with a positive pole, a negative pole and 2 to 9 named states between. */
export const Factor = z.strictObject({
  id: FactorId,
  name: LanguageMap,
  shortName: LanguageMap.optional(),
  kind: FactorKind,
  /** What is asked of the evidence: "Whose guns decide?" */
  question: Text.optional(),
  /** Who chooses a decision. */
  actor: ActorId.optional(),
  /** From the negative pole to the positive. */
  states: z.array(State).min(2, "expected 2 to 9 states").max(9, "expected 2 to 9 states"),
  /** The state at the opening, for a factor without a scale. */
  opening: StateId.optional(),
  scale: Scale.optional(),
  ...provenance,
});
export type Factor = z.infer<typeof Factor>;
