import * as z from "zod";
import { statuses } from "./status.ts";

/** One thing wrong with what was sent: where, by JSON Pointer, what, and what was found there. */
const PlacedFault = z.object({
  pointer: z.string(),
  detail: z.string(),
  value: z.unknown().optional(),
  nearest: z.string().optional(),
});
export type PlacedFault = z.infer<typeof PlacedFault>;

/** A field of a record in which a stale amendment differs; an absent side has no such field. */
const Difference = z.object({
  field: z.string(),
  read: z.unknown().optional(),
  current: z.unknown().optional(),
  submitted: z.unknown().optional(),
});

/** A problem of RFC 9457, with every place that is wrong. */
export const ProblemBody = z
  .object({
    type: z.literal("about:blank").describe("`about:blank`: the status says what kind of problem it is"),
    title: z.string().describe("what the status is called"),
    status: z.int().describe("the status of the answer"),
    detail: z.string().optional().describe("what is wrong, in words"),
    errors: z
      .array(PlacedFault)
      .readonly()
      .optional()
      .describe(
        "every place that is wrong: its `pointer`, what is wrong (`detail`), its `value`, the `nearest` that fits",
      ),
    current: z
      .object({ version: z.int(), record: z.unknown() })
      .optional()
      .describe("of a stale amendment or an id in use: the `version` that stands now, and its `record`"),
    difference: z
      .array(Difference)
      .readonly()
      .optional()
      .describe(
        "of a stale amendment: each `field` that differs, as it was `read`, as it is `current`, as it was `submitted`",
      ),
  })
  .describe("RFC 9457");
export type ProblemBody = z.infer<typeof ProblemBody>;

/** What a problem says beside its status and its detail. */
export type ProblemPlaces = Pick<ProblemBody, "errors" | "current" | "difference">;

/** The problem of a status; `detail` says what is wrong, in words. */
export function problemBody(status: number, detail: string | undefined, places: ProblemPlaces = {}): ProblemBody {
  const title = statuses[status]?.title ?? "Error";
  return { type: "about:blank", title, status, ...(detail === undefined ? {} : { detail }), ...places };
}

/** A problem as it is sent. */
export function problemText(body: ProblemBody): string {
  return `${JSON.stringify(body)}\n`;
}
