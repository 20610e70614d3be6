import Reveal from "reveal.js";
import RevealNotes from "reveal.js/plugin/notes";
import type { Attachment } from "svelte/attachments";

/** Turns an element's slides into a talk, and back when the element goes. */
export const presentation: Attachment<HTMLElement> = (element) => {
  const deck = new Reveal(element, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    controls: false,
    progress: false,
    transition: "none",
    backgroundTransition: "none",
    pdfMaxPagesPerSlide: 1,
    pdfSeparateFragments: false,
    scrollActivationWidth: 0,
    plugins: [RevealNotes],
  });
  const turned = () => {
    silenceOthers(element, deck.getCurrentSlide());
    setTimeout(() => announce(element, deck.getCurrentSlide()));
  };
  deck.on("slidechanged", turned);
  void deck.initialize().then(() => {
    decks.set(element, deck);
    element.removeAttribute("role");
    silenceOthers(element, deck.getCurrentSlide());
  });
  return () => deck.destroy();
};

const decks = new WeakMap<HTMLElement, { sync: () => void }>();

/** Tells the talk around some slides when another one came or one went. */
export function resynced(_slides: string): Attachment<HTMLElement> {
  return (slides) => decks.get(slides.parentElement!)?.sync();
}

/** Keeps the slides that are not shown from the keyboard and from assistive technology. */
function silenceOthers(element: HTMLElement, current: HTMLElement): void {
  for (const slide of element.querySelectorAll<HTMLElement>(".slides > section")) slide.inert = slide !== current;
}

/** Says which slide is shown: its claim and its place, in place of all its text. */
function announce(element: HTMLElement, current: HTMLElement): void {
  const status = element.querySelector(".aria-status");
  if (status) status.textContent = current.getAttribute("aria-label");
}
