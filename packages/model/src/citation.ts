import * as z from "zod";
import { Grade } from "./grade.ts";
import { Period } from "./period.ts";
import { SourceId } from "./source.ts";
import { Text } from "./text.ts";

/** Where a statement comes from: the source, when it published, the place it was read at, and how far it is trusted. */
export const Citation = z.strictObject({
  source: SourceId,
  /** When the source published it. */
  published: Period,
  /** The source that relays it, where the case author did not read the original. A relay is not an origin. */
  via: SourceId.optional(),
  /** The place in what was read, the relay where there is one: "¶6". */
  place: Text.optional(),
  grade: Grade,
  /** Whose report it is at bottom; two citations of one origin count once. The source itself, unless said. */
  origin: Text.optional(),
  note: Text.optional(),
});
export type Citation = z.infer<typeof Citation>;

/** One field of a record on which sources disagree: at least two cited values, the record's own among them. */
export const Contested = z.strictObject({
  field: Text,
  values: z
    .array(
      z.strictObject({
        value: z.union([z.string(), z.number(), z.boolean()]),
        citations: z.array(Citation).min(1, "expected a citation for each contested value"),
      }),
    )
    .min(2, "expected at least two values"),
  note: Text.optional(),
});
export type Contested = z.infer<typeof Contested>;
