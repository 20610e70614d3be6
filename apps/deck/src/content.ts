import type { Case } from "@mizan/model";

/** What the page's empty element is filled with: a case that was read and checked, and the moment it is looked at. */
export interface Content {
  study: Case;
  /** ISO date. */
  asOf: string;
  /** ISO date; without it, everything recorded is known. */
  knownAt?: string;
  /** Where a page that came from a server hears of what is written since; a file on its own has none. */
  live?: { stream: string; content: string; sequence: number };
}

/** The content of the page's `case` element. Undefined where nobody has filled it. */
export function contentOf(page: Document): Content | undefined {
  const text = page.getElementById("case")?.textContent?.trim();
  return text ? (JSON.parse(text) as Content) : undefined;
}
