import { inLanguage, type Case, type Citation, type LanguageMap, type Source } from "@mizan/model";
import { counted, periodText } from "@mizan/model/words";
import type { Briefing } from "../briefing.ts";
import { everyCitation } from "../every-citation.ts";
import { bodyHeight, inPages, isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { sourceNumbers } from "../source-numbers.ts";
import { lineCount } from "../text-lines.ts";

export interface SourceRow {
  number: number;
  name: LanguageMap;
  kind: string;
  grades: string;
  published: string;
  via: string | undefined;
}

export interface SourcesPage extends Page {
  rows: readonly SourceRow[];
}

const column = { width: 394, line: 28, padding: 9 };

/** What the talk rests on, by the numbers in the footers. */
export function sourcesPages({ study }: Briefing, cited: readonly Citation[]): SourcesPage[] {
  const numbers = sourceNumbers(study, cited);
  const citations = everyCitation(study);
  const rows = study.sources
    .map((source) => rowOf(source, numbers.get(source.id)!, citations, study))
    .toSorted((a, b) => a.number - b.number);
  return inPages(rows, heightOf, bodyHeight - 34).map((shown) => ({
    title: sourcesTitle(study, rows),
    citations: [],
    rule: "Numbered in the order in which the talk cites them. The grade is reliability of the source, A to F, and credibility of the report, 1 to 6.",
    rows: shown,
    sparse: isSparse(shown, heightOf),
  }));
}

function rowOf(
  { id, name, kind, published }: Source,
  number: number,
  citations: readonly Citation[],
  { sources }: Case,
): SourceRow {
  const own = citations.filter(({ source }) => source === id);
  const dates = [...new Set(own.map((citation) => citation.published))].toSorted();
  const relays = new Set(own.map(({ via }) => via));
  const relay = relays.size === 1 ? sources.find((source) => source.id === [...relays][0]) : undefined;
  return {
    number,
    name,
    kind,
    grades: [...new Set(own.map(({ grade }) => grade))].toSorted().join(", "),
    published: datesText(dates.length > 0 ? dates : published ? [published] : []),
    via: relay && inLanguage(relay.name),
  };
}

function datesText(dates: readonly string[]): string {
  const [first] = dates;
  if (first === undefined) return "";
  return dates.length === 1 ? periodText(first) : `from ${periodText(first)}`;
}

function heightOf({ name, via }: SourceRow): number {
  const lines = Math.max(lineCount(Object.values(name).join(" "), column.width, 20), via ? lineCount(via, 218, 20) : 1);
  return lines * column.line + column.padding;
}

function sourcesTitle({ sources }: Case, rows: readonly SourceRow[]): string {
  const [relay, read] =
    [
      ...Map.groupBy(
        rows.filter(({ via }) => via),
        ({ via }) => via,
      ),
    ].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  return relay && read && sources.length > 1
    ? `Of ${sources.length} sources, ${read.length} were read only through ${relay}`
    : `The case rests on ${counted(sources.length, "source")}`;
}
