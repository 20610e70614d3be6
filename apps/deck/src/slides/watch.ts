import { inLanguage, type Event, type Indicator } from "@mizan/model";
import { counted, periodText } from "@mizan/model/words";
import { shortTitleOf, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { bodyHeight, inPages, isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { lineCount } from "../text-lines.ts";
import { quoted } from "../quoted.ts";
import { numbered } from "./judgements.ts";

/** Something to watch: an indicator with what it would mean, or an event that lies ahead. */
export interface WatchRow {
  id: string;
  name: string;
  meaning: string;
  /** The judgement it bears on: its name, and how likely it is. */
  judgement: string | undefined;
}

export interface WatchPage extends Page {
  rows: readonly WatchRow[];
}

const name = { width: 400, line: 28 };
const meaning = { width: 460, line: 28 };
const padding = 9;
const room = bodyHeight - 34;

/** What would show that a judgement holds or fails, and what is expected. */
export function watchPages(briefing: Briefing): WatchPage[] {
  const { expected, indicators } = briefing;
  const judgements = new Map<string, string>(
    numbered(briefing).map(({ judgement: { id, likelihood }, number }) => [
      id,
      [number, likelihood].filter(Boolean).join(", "),
    ]),
  );
  const records = [...expected, ...indicators];
  const rows = [...expected.map(expectedRow), ...indicators.map((indicator) => indicatorRow(indicator, judgements))];
  return inPages(rows, heightOf, room).map((shown) => ({
    title: watchTitle(briefing),
    citations: citationsOf(shown.map(({ id }) => records.find((record) => record.id === id))),
    rule: "Expected events first, then the indicators in the order of the case. J3 is the third judgement of the case.",
    rows: shown,
    sparse: isSparse(shown, heightOf),
  }));
}

function expectedRow({ id, title, when, summary }: Event): WatchRow {
  return {
    id,
    name: inLanguage(title),
    meaning: [`Expected ${periodText(when).replace(/^since /, "from ")}.`, summary].filter(Boolean).join(" "),
    judgement: undefined,
  };
}

function indicatorRow(indicator: Indicator, judgements: ReadonlyMap<string, string>): WatchRow {
  const { id, name: words, meaning: means, judgement } = indicator;
  return { id, name: inLanguage(words), meaning: means, judgement: judgement && judgements.get(judgement) };
}

function heightOf(row: WatchRow): number {
  const lines = Math.max(
    lineCount(row.name, name.width, 20) * name.line,
    lineCount(row.meaning, meaning.width, 20) * meaning.line,
  );
  return lines + padding;
}

function watchTitle({ expected, indicators }: Briefing): string {
  const signs = counted(indicators.length, "sign");
  const next = expected[0];
  if (!next) return `${signs} would show which judgements hold`;
  const ahead = `Ahead: ${quoted(shortTitleOf(next))}`;
  return indicators.length === 0 ? ahead : `${ahead}, and ${signs} that would show which judgements hold`;
}
