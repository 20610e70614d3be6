import * as z from "zod";
import { Citation, Contested } from "./citation.ts";
import { Basis } from "./confidence.ts";
import { Text } from "./text.ts";

/** What every record of a case carries beside its own fields: what it rests on, its citations, what is contested. */
export const provenance = {
  /** `text` unless said otherwise. */
  basis: Basis.optional(),
  citations: z.array(Citation).optional(),
  contested: z.array(Contested).optional(),
  note: Text.optional(),
};
