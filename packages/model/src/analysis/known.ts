import type { Case } from "../case.ts";
import type { Citation } from "../citation.ts";
import type { Day } from "../day.ts";
import { spanOf } from "../edtf.ts";
import type { Event } from "../event.ts";

/** The last day of a citation's publication; an open one counts as its first. */
export function publishedDay({ published }: Citation): Day {
  const span = spanOf(published);
  return (span.end ?? span.start)!;
}

/** The day from which an event could be known: its own `known`, else its earliest citation's publication. */
export function knownDay(event: Event): Day | undefined {
  if (event.known !== undefined) {
    const span = spanOf(event.known);
    return span.end ?? span.start;
  }
  const days = citationsOf(event).map(publishedDay);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** The case as it stood on a day: events that could be known by then, each with the citations published by then. */
export function asKnown(study: Case, knownAt: Day): Case {
  return { ...study, events: study.events.flatMap((event) => eventAsKnown(event, knownAt)) };
}

/** One event as {@link asKnown} gives it: none where it could not be known by then. */
export function eventAsKnown(event: Event, knownAt: Day): [] | [Event] {
  const published = (citation: Citation) => publishedDay(citation) <= knownAt;
  if ((knownDay(event) ?? -Infinity) > knownAt) return [];
  return [event.known === undefined ? citedBy(event, published) : event];
}

/** An event with only some of its citations; an effect goes when the last one it rests on does. */
export function citedBy(event: Event, keep: (citation: Citation) => boolean): Event {
  if (citationsOf(event).every(keep)) return event;
  return {
    ...event,
    citations: event.citations?.filter(keep),
    effects: event.effects.flatMap((effect) => {
      if (!effect.citations) return event.citations?.some(keep) ? [effect] : [];
      const citations = effect.citations.filter(keep);
      return citations.length === 0 ? [] : [{ ...effect, citations }];
    }),
  };
}

/** The last day on which any event of the case became known. */
export function latestKnown(study: Case): Day | undefined {
  const days = study.events.map(knownDay).filter((day) => day !== undefined);
  return days.length === 0 ? undefined : days.reduce((a, b) => Math.max(a, b));
}

/** Every citation of an event and of its effects. */
export function citationsOf(event: Event): readonly Citation[] {
  return [...(event.citations ?? []), ...event.effects.flatMap(({ citations }) => citations ?? [])];
}

/** Whose report a citation carries: its own origin, else its source. */
export function originOf({ origin, source }: Citation): string {
  return origin ?? source;
}
