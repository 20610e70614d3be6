import * as z from "zod";
import { EventId } from "./event.ts";
import { Id } from "./id.ts";
import { IndicatorId } from "./indicator.ts";
import { OptionId } from "./option.ts";
import { Text } from "./text.ts";

export const AlertId = Id.brand<"AlertId">();
export type AlertId = z.infer<typeof AlertId>;

/**
 * What a change of the case set off: an indicator changed its status, or a course of action leads elsewhere. It keeps the
 * ids of its day, whatever becomes of their records.
 */
export const Alert = z.strictObject({
  id: AlertId,
  /** When it was raised, an ISO instant in UTC. */
  raised: z.iso.datetime(),
  /** The day the case was read at. */
  asOf: z.iso.date(),
  /** The indicator whose status changed; absent where a destination did. */
  indicator: IndicatorId.optional(),
  /** The course of action that leads elsewhere; absent where decisions stay as they are. */
  option: OptionId.optional(),
  /** Statuses, or the states the case comes to rest in. */
  before: Text,
  after: Text,
  /** The events that made it so. */
  events: z.array(EventId),
  /** When somebody took note of it, an ISO instant in UTC; who is in the ledger. */
  acknowledged: z.iso.datetime().optional(),
  /** Until this day it is not shown among what is new. */
  snoozedUntil: z.iso.date().optional(),
});
export type Alert = z.infer<typeof Alert>;
