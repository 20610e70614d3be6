import * as z from "zod";

/** How firmly a judgement is held, apart from how likely it is. */
export const Confidence = z.enum(["low", "moderate", "high"]);
export type Confidence = z.infer<typeof Confidence>;

/**
 * What a record rests on: `text`, its paragraph says it; `inverted`, its paragraph says the converse; `outside`, a
 * source outside the assessment says it; `author`, the case author judged it.
 */
export const Basis = z.enum(["text", "inverted", "outside", "author"]);
export type Basis = z.infer<typeof Basis>;
