import * as z from "zod";
import { ActorId } from "./actor.ts";
import { EventKind } from "./event.ts";
import { FactorId } from "./factor.ts";
import { Id } from "./id.ts";
import { JudgementId } from "./judgement.ts";
import { OutcomeId } from "./outcome.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const IndicatorId = Id.brand<"IndicatorId">();
export type IndicatorId = z.infer<typeof IndicatorId>;

/** Which events count: those that meet every criterion given. */
export const EventFilter = z.strictObject({
  kinds: z.array(EventKind).optional(),
  initiators: z.array(ActorId).optional(),
  targets: z.array(ActorId).optional(),
  /** Events with an effect on one of these. */
  factors: z.array(FactorId).optional(),
  place: Text.optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** What makes an indicator fire. */
export const Rule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("count"),
    of: EventFilter,
    withinDays: z.int().positive(),
    atLeast: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal("absence"), of: EventFilter, forDays: z.int().positive() }),
  z.strictObject({
    kind: z.literal("level"),
    factor: FactorId,
    crosses: z.enum(["above", "below"]),
    at: z.number().gt(-1).lt(1),
  }),
  z.strictObject({ kind: z.literal("destination"), outcome: OutcomeId.optional() }),
]);
export type Rule = z.infer<typeof Rule>;

/** What to watch: a rule over the case, and what it would mean. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  name: LanguageMap,
  meaning: Text,
  rule: Rule,
  judgement: JudgementId.optional(),
  ...provenance,
});
export type Indicator = z.infer<typeof Indicator>;
