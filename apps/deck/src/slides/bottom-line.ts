import { inLanguage, sideOf, type Judgement, isoDate } from "@mizan/model";
import { claimText, dayText } from "@mizan/model/words";
import type { Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { byFirmness } from "../firmness.ts";
import type { Page } from "../slide.ts";
import { lineCount } from "../text-lines.ts";

export interface BottomLinePage extends Page {
  index: { value: number; band90: readonly [number, number]; side: -1 | 0 | 1 } | undefined;
  /** How far the index moved since the trend began. */
  moved: { points: number; since: string; trace: string } | undefined;
  judgements: readonly Judgement[];
}

const column = { width: 320, room: 308, line: 26, padding: 20 };

/** What the whole talk comes to: the claim the numbers support, the index, and the judgements held most firmly. */
export function bottomLinePages(briefing: Briefing): BottomLinePage[] {
  const { study, series, claim } = briefing;
  const last = series.at(-1);
  const judgements = fitting(briefing.judgements.toSorted(byFirmness));
  const from = series.find(({ day }) => day === claim?.trend?.from);
  return [
    {
      title: claim ? claimText(claim, study.case).replace(/\.$/, "") : unweighedTitle(briefing),
      citations: citationsOf(judgements),
      rule: "The lines on the left are the judgements held with the highest confidence, the likeliest of them first, as far as they fit.",
      index: last && { value: last.index, band90: last.band90, side: sideOf(last.band90) },
      moved: last &&
        from && {
          points: last.index - from.index,
          since: dayText(from.day),
          trace: `change/${isoDate(from.day)}/${isoDate(last.day)}`,
        },
      judgements,
    },
  ];
}

function unweighedTitle({ study, opening, asOf }: Briefing): string {
  return study.factors.some(({ scale }) => scale && scale.weight > 0) && asOf < opening
    ? `The case opens on ${dayText(opening)}; by ${dayText(asOf)} nothing of it had been weighed`
    : `${inLanguage(study.case.title)} has no index: none of its factors has a scale and a weight`;
}

function fitting(judgements: readonly Judgement[]): Judgement[] {
  let left = column.room;
  return judgements
    .filter(({ statement }) => {
      const height = lineCount(inLanguage(statement), column.width, 20, "written") * column.line + column.padding;
      if (height > left) return false;
      left -= height;
      return true;
    })
    .slice(0, 3);
}
