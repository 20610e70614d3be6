import type { Case, SpreadShift } from "@mizan/model";

/** What the page's empty element is filled with: a case that was read and checked, and the moment it is looked at. */
export interface Content {
  study: Case;
  /** ISO date. */
  asOf: string;
  /** ISO date; without it, everything recorded is known. */
  knownAt?: string;
  /** What events do that the study does not hold. */
  gathered?: readonly SpreadShift[];
  /** That what is shown is a replay, in a sentence. */
  replay?: string;
  /** Where a page that came from a server hears of what is written since; a file on its own has none. */
  live?: { stream: string; content: string; sequence: number };
}

/** The content of the page's `case` element. Undefined where nobody has filled it. */
export function contentOf(page: Document): Content | undefined {
  const text = page.getElementById("case")?.textContent?.trim();
  return text ? contentFrom(JSON.parse(text)) : undefined;
}

/** A content as it travelled: JSON has no infinity, so evidence that lasts came without a half-life. */
export function contentFrom(data: unknown): Content {
  const { gathered, ...content } = data as Content;
  if (!gathered) return content;
  return {
    ...content,
    gathered: gathered.map((shift) => ({ ...shift, halfLifeDays: shift.halfLifeDays ?? Infinity })),
  };
}
