import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Citation } from "./citation.ts";
import { Confidence } from "./confidence.ts";
import { FactorId, StateId } from "./factor.ts";
import { Id } from "./id.ts";
import { Period } from "./period.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const EventId = Id.brand<"EventId">();
export type EventId = z.infer<typeof EventId>;

/**
 * What kind of act it was: the sixteen classes of PLOVER (Open Event Data Alliance, 2016), and `circumstance` for what
 * happens to the actors without any of them doing it.
 */
export const EventKind = z.enum([
  "agree",
  "consult",
  "support",
  "concede",
  "cooperate",
  "aid",
  "retreat",
  "request",
  "accuse",
  "reject",
  "threaten",
  "protest",
  "sanction",
  "mobilize",
  "coerce",
  "assault",
  "circumstance",
]);
export type EventKind = z.infer<typeof EventKind>;

/** How firmly an act is laid to somebody's door, from least to most. */
export const Rung = z.enum(["claimed", "suspected", "likely", "confirmed"]);
export type Rung = z.infer<typeof Rung>;

/** What an event did to one factor, as its source reports it. */
export const Effect = z.strictObject({
  factor: FactorId,
  /** Steps: 1 noticeable, 2 marked, 3 decisive; the sign is the pole it favours. */
  shift: z
    .int()
    .min(-3)
    .max(3)
    .refine((shift) => shift !== 0, "expected a shift other than 0"),
  confidence: Confidence,
  rationale: Text,
  /** The shift stays until another event undoes it. */
  lasting: z.boolean().optional(),
  /** The effect holds whoever did it, so the attribution does not weaken it. */
  regardless: z.boolean().optional(),
  /** Where this effect rests on other reports than its event does. */
  citations: z.array(Citation).min(1).optional(),
});
export type Effect = z.infer<typeof Effect>;

export const Place = z.strictObject({
  name: LanguageMap,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});
export type Place = z.infer<typeof Place>;

/** Something that happened in the case's period, or that is expected. */
export const Event = z.strictObject({
  id: EventId,
  title: LanguageMap,
  /** A few words for labels in drawings. */
  shortTitle: LanguageMap.optional(),
  summary: Text.optional(),
  kind: EventKind,
  /** CAMEO code, where the event came coded. */
  cameo: z
    .string()
    .regex(/^\d{2,4}$/, "expected a CAMEO code of two to four digits")
    .optional(),
  when: Period,
  place: Place.optional(),
  initiators: z.array(ActorId).optional(),
  targets: z.array(ActorId).optional(),
  /** Who is held to have done it, where that is not plain. */
  attribution: z.strictObject({ rung: Rung, to: z.array(ActorId).min(1) }).optional(),
  effects: z.array(Effect),
  /** States the event enters by its own force: a decision taken, a declared state entered or left. */
  sets: z.array(z.strictObject({ factor: FactorId, state: StateId })).optional(),
  /** True for what has not happened yet; it moves nothing. */
  expected: z.boolean().optional(),
  /** The first day it could be known, where that is not its earliest citation's. */
  known: Period.optional(),
  ...provenance,
});
export type Event = z.infer<typeof Event>;
