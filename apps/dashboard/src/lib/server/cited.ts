import { type Case, type Citation, type LanguageMap } from "@mizan/model";
import { periodText, periodTextWithin } from "@mizan/model/words";

/** A citation as a page shows it. */
export interface Cited {
  source: string;
  name: LanguageMap;
  kind: string;
  /** The source speaks for an actor of the case. */
  party: boolean;
  published: string;
  via: LanguageMap | undefined;
  place: string | undefined;
  grade: string;
  note: string | undefined;
}

/** Citations as a page shows them; the year is left out of dates within the case's first year. */
export function citedOf(study: Case, citations: readonly Citation[] | undefined): Cited[] {
  const sources = new Map(study.sources.map((source) => [source.id, source]));
  const year = Number(study.case.period.slice(0, 4));
  return (citations ?? []).map(({ source, published, via, place, grade, note }) => ({
    source,
    name: sources.get(source)!.name,
    kind: sources.get(source)!.kind,
    party: sources.get(source)!.actor !== undefined,
    published: Number.isFinite(year) ? periodTextWithin(published, year) : periodText(published),
    via: via && sources.get(via)!.name,
    place,
    grade,
    note,
  }));
}
