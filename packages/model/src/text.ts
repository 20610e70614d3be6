import * as z from "zod";

/** Characters that reorder the text around them; a name that keeps one can pose as another. */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A line or paragraph a person wrote: never empty, trimmed, without bidirectional override characters. */
export const Text = z
  .string()
  .overwrite((text) => text.replace(bidiControls, "").trim())
  .min(1, "expected some text")
  .max(20_000, "expected at most 20,000 characters");
export type Text = z.infer<typeof Text>;

/** One text in several languages, keyed by BCP 47 tag: `{ en: "Badr Organisation", ar: "منظمة بدر" }`. */
export const LanguageMap = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "expected a language tag such as en or ar"), Text)
  .refine((map) => Object.keys(map).length > 0, "expected a text in at least one language");
export type LanguageMap = z.infer<typeof LanguageMap>;
