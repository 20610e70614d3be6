import * as z from "zod";
import { edtf } from "./edtf.ts";

/**
 * When something was, as precisely as its source says: EDTF level 0 (`2020`, `2020-06`, `2020-06-26`, an interval
 * `2020-05/2020-06`, a date and time) and, from level 1, `~` about, `?` uncertain, `..` open and an empty end unknown.
 */
export const Period = z
  .string()
  .superRefine((text, context) => {
    const parsed = edtf(text);
    if ("problem" in parsed) context.addIssue({ code: "custom", message: parsed.problem, input: text });
  })
  .brand<"Period">();
export type Period = z.infer<typeof Period>;
