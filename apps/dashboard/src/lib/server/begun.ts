import { eventSpan, openingDay, type Case, type Day, type Event } from "@mizan/model";
import { wasMade } from "@mizan/model/words";

/** The events of a case that had begun by a day, and those that a source already expected. */
export function begunBy(study: Case, asOf: Day): Event[] {
  const opening = openingDay(study);
  return study.events.filter((event) => hasBegun(event, asOf, opening));
}

/** True for what had begun by a day, and for what a source already expected. */
export function hasBegun(event: Event, asOf: Day, opening: Day): boolean {
  return event.expected ? wasMade(event, asOf) : eventSpan(event, opening).start <= asOf;
}
