import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Id } from "./id.ts";
import { Period } from "./period.ts";
import { provenance } from "./record.ts";
import { LanguageMap } from "./text.ts";

export const TieId = Id.brand<"TieId">();
export type TieId = z.infer<typeof TieId>;

/** `membership` reads "from is part of to"; `command` "from commands to"; the others likewise, from first. */
export const TieKind = z.enum(["membership", "command", "support", "funding", "alliance", "allegiance", "opposition"]);
export type TieKind = z.infer<typeof TieKind>;

/** What binds or sets apart two actors. */
export const Tie = z.strictObject({
  id: TieId,
  kind: TieKind,
  from: ActorId,
  to: ActorId,
  statement: LanguageMap,
  period: Period.optional(),
  /** Where the tie is gaining or losing strength. */
  trend: z.enum(["strengthening", "weakening"]).optional(),
  ...provenance,
});
export type Tie = z.infer<typeof Tie>;
