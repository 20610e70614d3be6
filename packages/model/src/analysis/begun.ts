import type { Event } from "../event.ts";
import type { Balance } from "./balance.ts";
import { eventSpan, openingDay } from "./shift.ts";

/** The events that count at a moment: begun by its day, as they could be known, and not merely expected. METHODS §10. */
export function begunEvents({ study, asOf }: Pick<Balance, "study" | "asOf">): Event[] {
  const opening = openingDay(study);
  return study.events.filter((event) => !event.expected && eventSpan(event, opening).start <= asOf);
}
