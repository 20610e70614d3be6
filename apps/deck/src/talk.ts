import type { Citation } from "@mizan/model";
import type { Briefing } from "./briefing.ts";
import type { Page, Slide } from "./slide.ts";
import { numbersOf, sourceNumbers } from "./source-numbers.ts";

/** One page of the talk in its place. */
export interface Sheet {
  id: string;
  slide: Slide;
  page: Page;
  /** "2 of 3" where a slide runs over several pages. */
  part: string | undefined;
  number: number;
  of: number;
  /** Numbers of the sources the page rests on, rising. */
  sources: readonly number[];
}

/** The pages of all slides that have something to say, in order. */
export function talkOf(slides: readonly Slide[], briefing: Briefing): Sheet[] {
  const cited: Citation[] = [];
  const pages = slides.flatMap((slide) => {
    if (!slide.applies(briefing)) return [];
    const own = slide.pages(briefing, [...cited]);
    cited.push(...own.flatMap(({ citations }) => citations));
    return own.map((page, i) => ({
      id: i === 0 ? slide.id : `${slide.id}-${i + 1}`,
      slide,
      page,
      part: own.length > 1 ? `${i + 1} of ${own.length}` : undefined,
    }));
  });
  const numbers = sourceNumbers(briefing.study, cited);
  return pages.map((entry, i) => ({
    ...entry,
    number: i + 1,
    of: pages.length,
    sources: numbersOf(entry.page.citations, numbers),
  }));
}
