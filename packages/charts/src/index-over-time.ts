import { isoDate, sideOf, type IndexPoint } from "@mizan/model";
import { bandText, dayText, figureText } from "@mizan/model/words";
import type { DrawingTable } from "./drawing.ts";
import type { Pole } from "./side-class.ts";

/** What each side is called in "… ahead". */
export interface SideWords {
  positive: string;
  negative: string;
}

/** What a band says: which side is ahead, or that it is too close to call. */
export function aheadText(side: Pole, { positive, negative }: SideWords): string {
  return side > 0 ? `${positive} ahead` : side < 0 ? `${negative} ahead` : "too close to call";
}

/** The index over time in a sentence, for those who do not see it. */
export function indexOverTimeSummary(points: readonly IndexPoint[], sides: SideWords): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "There is no index to draw.";
  const highest = points.reduce((a, b) => (b.index > a.index ? b : a));
  const lowest = points.reduce((a, b) => (b.index < a.index ? b : a));
  const said = ({ index, day }: IndexPoint) => `${figureText(index, "points")} on ${dayText(day)}`;
  return (
    `The index was ${said(first)}, highest at ${said(highest)}, lowest at ${said(lowest)}, and ${said(last)}, ` +
    `with a 90% band of ${bandText(last.band90, "points")}: ${aheadText(sideOf(last.band90), sides)}.`
  );
}

/** The index, a row for each day on which any of its written numbers changed. The last point is the page's own day. */
export function indexOverTimeTable(points: readonly IndexPoint[], sides: SideWords): DrawingTable {
  const written = points.map(
    ({ index, band90 }) => `${figureText(index, "points")} ${bandText(band90, "points")} ${sideOf(band90)}`,
  );
  return {
    columns: ["From", "Index", "90% band", "Reading"],
    rows: points
      .map(({ day, index, band90 }, i) => {
        const trace = i === points.length - 1 ? "index" : `index-on/${isoDate(day)}`;
        return [
          dayText(day),
          { value: index, form: "points" as const, trace },
          { value: band90, form: "points" as const, trace },
          aheadText(sideOf(band90), sides),
        ];
      })
      .filter((_, i) => written[i] !== written[i - 1]),
  };
}
