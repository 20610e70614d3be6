import type { EventMark } from "@mizan/charts";
import { dayText } from "@mizan/model/words";
import { eventOf, sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { eventMarks, pullsOf } from "../event-marks.ts";
import type { Page } from "../slide.ts";
import { capitalised } from "../words.ts";

export interface IndexPage extends Page {
  marks: readonly EventMark[];
}

/** Where the balance has stood since the opening. */
export function indexPages(briefing: Briefing): IndexPage[] {
  const labelled = pullsOf(briefing).slice(0, 6);
  return [
    {
      title: standingText(briefing),
      citations: citationsOf(labelled.map(({ record }) => eventOf(briefing, record))),
      rule: "The index is the weighted mean of the factors' levels; its grey band holds nine tenths of what it may be.",
      marks: eventMarks(briefing, 6),
    },
  ];
}

function standingText(briefing: Briefing): string {
  const { verdict, since, before } = briefing.claim!;
  const words = (side: -1 | 0 | 1) => (side === 0 ? "too close to call" : `in favour of ${sideText(briefing, side)}`);
  const now = verdict === 0 ? "Too close to call" : capitalised(words(verdict));
  return before === undefined
    ? `${now} on every day from ${dayText(briefing.opening)} to ${dayText(briefing.asOf)}`
    : `${now} since ${dayText(since)}, after days ${words(before)}`;
}
