import type { Day } from "@mizan/model";

/** An event as the index over time draws it. */
export interface EventMark {
  id: string;
  label: string;
  /** First and last day it can have been, both inclusive. */
  start: Day;
  end: Day;
  /** Its pull on the index, in points: the sign is the side it helped. */
  points: number;
  /** True to label it before others, false never to. */
  labelled?: boolean | undefined;
  /** Where its arrow leads. */
  href?: string | undefined;
}

/** The day an event's arrow stands at: the middle of what is known. */
export function markDay({ start, end }: Pick<EventMark, "start" | "end">): Day {
  return (start + end) / 2;
}
