import * as z from "zod";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { LanguageMap, Text } from "./text.ts";

export const ActorId = Id.brand<"ActorId">();
export type ActorId = z.infer<typeof ActorId>;

export const ActorKind = z.enum([
  "person",
  "state",
  "institution",
  "armed group",
  "alliance",
  "party",
  "organisation",
  "group",
]);
export type ActorKind = z.infer<typeof ActorKind>;

/** The pole of the case an actor stands at. */
export const Side = z.enum(["positive", "negative", "neither"]);
export type Side = z.infer<typeof Side>;

/** Who can act in a case: a person, a state, an institution, an armed group, an alliance or a party. */
export const Actor = z.strictObject({
  id: ActorId,
  name: LanguageMap,
  /** For labels in drawings, where the name is long. */
  shortName: LanguageMap.optional(),
  /** Other names and spellings, searched as the name is. */
  aliases: z.array(Text).optional(),
  kind: ActorKind,
  side: Side,
  role: Text.optional(),
  /** Saved place in the network drawing, 0–100 from the left and from the top; the positive side stands left. */
  at: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]).optional(),
  ...provenance,
});
export type Actor = z.infer<typeof Actor>;
