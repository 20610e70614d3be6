import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { LanguageMap } from "./text.ts";

export const ChamberListId = Id.brand<"ChamberListId">();
export type ChamberListId = z.infer<typeof ChamberListId>;

/** A list with seats in the chamber, and where it stands on the case's motion. */
export const ChamberList = z.strictObject({
  id: ChamberListId,
  name: LanguageMap,
  seats: z.int().min(0),
  stance: z.enum(["for", "against", "undecided"]),
  /** The actor of the case this list is, or belongs to. */
  actor: ActorId.optional(),
  ...provenance,
});
export type ChamberList = z.infer<typeof ChamberList>;
