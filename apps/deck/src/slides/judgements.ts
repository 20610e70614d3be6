import { inLanguage, type Judgement } from "@mizan/model";
import { counted, listed } from "@mizan/model/words";
import type { Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { byLikelihood } from "../firmness.ts";
import { bodyHeight, inPages, isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { lineCount, partsOf } from "../text-lines.ts";
import { quoted } from "../quoted.ts";

/** A judgement, or a part of one too long for a page, by the name it has in the case: "J3". */
export interface JudgementRow {
  number: string;
  judgement: Judgement;
  text: string;
  /** True where the row goes on with a statement begun before. */
  continued: boolean;
}

export interface JudgementsPage extends Page {
  rows: readonly JudgementRow[];
}

const column = { width: 608, size: 20, line: 26, least: 56, padding: 17 };
const room = bodyHeight - 34;

/** What the assessment concludes: how likely, and in a column of its own how firmly held. */
export function judgementsPages(briefing: Briefing): JudgementsPage[] {
  const judgements = numbered(briefing);
  const most = Math.floor((room - column.padding) / column.line);
  const rows = judgements.flatMap(({ judgement, number }) =>
    partsOf(inLanguage(judgement.statement), most, column.width, column.size, "written").map((text, i) => ({
      number,
      judgement,
      text,
      continued: i > 0,
    })),
  );
  return inPages(rows, heightOf, room).map((shown) => ({
    title: judgementsTitle(judgements.map(({ judgement }) => judgement)),
    citations: citationsOf(shown.map(({ judgement }) => judgement)),
    rule: shown
      .map(({ number, judgement: { likelihoodRationale, confidenceRationale } }) =>
        [`${number}:`, likelihoodRationale, confidenceRationale].filter(Boolean).join(" "),
      )
      .join(" "),
    rows: shown,
    sparse: isSparse(shown, heightOf),
  }));
}

/** The judgements in the talk's order, the likeliest first, each by its name in the case. */
export function numbered({ judgements, judgementNames }: Briefing): { judgement: Judgement; number: string }[] {
  return judgements
    .toSorted(byLikelihood)
    .map((judgement) => ({ judgement, number: judgementNames.get(judgement.id)! }));
}

function heightOf({ text }: JudgementRow): number {
  return Math.max(column.least, lineCount(text, column.width, column.size, "written") * column.line) + column.padding;
}

function judgementsTitle(judgements: readonly Judgement[]): string {
  const byWord = [...Map.groupBy(judgements, ({ likelihood }) => likelihood)];
  const words = byWord.map(([word, own]) => `${own.length} ${word ? quoted(word) : "without a likelihood"}`);
  return judgements.length === 1
    ? `One judgement: ${byWord[0]![0] ?? "without a likelihood"}`
    : `${counted(judgements.length, "judgement")}: ${listed(words)}`;
}
