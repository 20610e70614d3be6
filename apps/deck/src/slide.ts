import type { Citation } from "@mizan/model";
import type { Component } from "svelte";
import type { Briefing } from "./briefing.ts";

/** One page of a slide: its claim, what it rests on and what only the speaker sees. */
export interface Page {
  title: string;
  citations: readonly Citation[];
  /** By what rule the page shows what it shows, and what it leaves to the speaker. */
  rule: string;
  /** True where a row or two are all there is: they stand larger, in the middle of the page. */
  sparse?: boolean;
}

export interface SlideProps<P extends Page = Page> {
  briefing: Briefing;
  page: P;
}

/** One claim of the talk, on one page or, where it does not fit, on several. */
export interface Slide<P extends Page = Page> {
  /** Its address in the talk, and the id of its element. */
  id: string;
  component: Component<SlideProps<P>>;
  /** True where the component draws the title itself. */
  cover?: boolean;
  /** False where the case has no data for it at that moment: the slide drops out. */
  applies: (briefing: Briefing) => boolean;
  /** Its pages, given what the slides before it cite. */
  pages: (briefing: Briefing, cited: readonly Citation[]) => readonly P[];
}

/** A slide whose pages and component agree on what a page is. */
export function slide<P extends Page>(entry: Slide<P>): Slide {
  return entry as unknown as Slide;
}
