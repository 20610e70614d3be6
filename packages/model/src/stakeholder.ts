import * as z from "zod";
import { ActorId } from "./actor.ts";
import { Id } from "./id.ts";
import { provenance } from "./record.ts";
import { Text } from "./text.ts";

export const StakeholderId = Id.brand<"StakeholderId">();
export type StakeholderId = z.infer<typeof StakeholderId>;

/** Where an actor stands on an issue of the case, how much it cares and how much it can bring to bear. */
export const Stakeholder = z.strictObject({
  id: StakeholderId,
  issue: Id,
  actor: ActorId,
  /** On the issue's own scale. */
  position: z.number(),
  salience: z.number().min(0),
  capability: z.number().min(0),
  rationale: Text,
  ...provenance,
});
export type Stakeholder = z.infer<typeof Stakeholder>;
