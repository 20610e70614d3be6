import { eventSpan, type Contribution, type Event } from "@mizan/model";
import type { EventMark } from "@mizan/charts";
import { shortTitleOf, type Briefing } from "./briefing.ts";

/** What each event still adds to the index on the as-of day, the strongest first. */
export function pullsOf({ balance }: Briefing): Contribution[] {
  return balance.contributions
    .filter(({ kind }) => kind === "event")
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** Events as the drawings mark them, the most pulling ones to be labelled. */
export function eventMarks(briefing: Briefing, labels: number): EventMark[] {
  const pulls = pullsOf(briefing);
  const points = new Map(pulls.map((pull) => [pull.record as string, pull.points]));
  const labelled = new Set(pulls.slice(0, labels).map(({ record }) => record as string));
  return briefing.happened.map((event: Event) => ({
    id: event.id,
    label: shortTitleOf(event),
    ...eventSpan(event, briefing.opening),
    points: points.get(event.id) ?? 0,
    labelled: labelled.has(event.id),
  }));
}
