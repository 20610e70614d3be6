import type { EventMark } from "@mizan/charts";
import { sideOf, type Day } from "@mizan/model";
import { capital, counted, dayText } from "@mizan/model/words";
import { eventOf, sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { eventMarks, pullsOf } from "../event-marks.ts";
import type { Page } from "../slide.ts";

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

const outsideText = {
  before: "By its baseline alone, ",
  after: "On what is left of evidence, ",
} as const;

function standingText(briefing: Briefing): string {
  const { verdict, since, before, outside } = briefing.claim!;
  const words = (side: -1 | 0 | 1) => (side === 0 ? "too close to call" : `in favour of ${sideText(briefing, side)}`);
  const now = capital(`${outside ? outsideText[outside] : ""}${words(verdict)}`);
  if (before === undefined) return `${now} on every day from ${dayText(briefing.opening)} to ${dayText(briefing.asOf)}`;
  const { days, sinceOpening } = runBefore(briefing, since);
  const past = before === 0 ? "having been too close to call" : `having favoured ${sideText(briefing, before)}`;
  return `${now} since ${dayText(since)}, ${sinceOpening ? `${past} since the opening` : `after ${lengthText(days)} ${words(before)}`}`;
}

/** How long the verdict before a day had stood, and whether that was from the opening on. */
function runBefore({ series }: Briefing, since: Day): { days: number; sinceOpening: boolean } {
  const turned = series.findIndex(({ day }) => day === since);
  const verdict = sideOf(series[turned - 1]!.band90);
  const other = series.slice(0, turned).findLastIndex(({ band90 }) => sideOf(band90) !== verdict);
  return { days: turned - other - 1, sinceOpening: other < 0 };
}

function lengthText(days: number): string {
  return days < 21 ? counted(days, "day") : `${Math.round(days / 7)} weeks`;
}
