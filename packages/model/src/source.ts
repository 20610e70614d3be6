import * as z from "zod";
import { Id } from "./id.ts";
import { Period } from "./period.ts";
import { LanguageMap, Text } from "./text.ts";

export const SourceId = Id.brand<"SourceId">();
export type SourceId = z.infer<typeof SourceId>;

/** What a publisher is, for a reader who weighs it. */
export const SourceKind = z.enum([
  "assessment",
  "broadcaster",
  "newspaper",
  "news site",
  "agency",
  "government office",
  "organisation",
  "law",
  "data set",
  "election result",
  "book",
  "social media",
  "witness",
  "other",
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Who published what the case rests on. */
export const Source = z.strictObject({
  id: SourceId,
  name: LanguageMap,
  kind: SourceKind,
  /** The actor this source speaks for, where it is a party to the contest. */
  actor: Id.optional(),
  title: Text.optional(),
  author: Text.optional(),
  published: Period.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  licence: Text.optional(),
  note: Text.optional(),
});
export type Source = z.infer<typeof Source>;
