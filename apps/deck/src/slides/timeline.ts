import { eventOf, shortTitleOf, sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { eventMarks, pullsOf } from "../event-marks.ts";
import type { EventMark } from "@mizan/charts";
import { counted } from "@mizan/model/words";
import { isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { timelineRows } from "../timeline-rows.ts";
import { quoted } from "../quoted.ts";

export interface TimelinePage extends Page {
  marks: readonly EventMark[];
  /** How many weaker events of the case do not fit. */
  left: number;
}

/** One fewer than a page holds, since rows are only estimated. */
const rowsOnPage = 11;
const rowHeight = 36;

/** What happened, when, and which side it helped. */
export function timelinePages(briefing: Briefing): TimelinePage[] {
  const { happened } = briefing;
  const strongest = pullsOf(briefing)[0];
  const event = strongest && eventOf(briefing, strongest.record);
  const marks = fitting(briefing);
  const title =
    event && strongest.points !== 0
      ? `Of ${counted(happened.length, "event")}, ${quoted(shortTitleOf(event))} weighs most, towards ${sideText(briefing, strongest.points)}`
      : `${counted(happened.length, "event")} on record, none of which moves the balance`;
  return [
    {
      title,
      citations: citationsOf(happened),
      rule: "The events up to the as-of day; where they do not all fit, those that pull the index most on that day.",
      marks,
      left: happened.length - marks.length,
      sparse: isSparse(marks, () => rowHeight),
    },
  ];
}

function fitting(briefing: Briefing): EventMark[] {
  const byPull = eventMarks(briefing, 0).toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  for (let count = byPull.length; count > 1; count--) {
    const marks = byPull.slice(0, count);
    if (timelineRows(marks, briefing.opening, briefing.asOf) <= rowsOnPage) return marks;
  }
  return byPull.slice(0, 1);
}
