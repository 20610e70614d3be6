import * as z from "zod";

/** A lasting short name for a record, unique among records of its kind: "kataib-hezbollah". Each kind brands its own. */
export const Id = z
  .string()
  .max(100, "expected at most 100 characters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words joined by hyphens");
