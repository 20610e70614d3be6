import { isoDate, type Balance, type Citation, type Day, type LanguageMap } from "@mizan/model";
import { periodTextWithin } from "@mizan/model/words";

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

/** A case and the day it is read at. */
export type AtDay = Pick<Balance, "study" | "asOf">;

/** The year that dates leave out: that of the day a page is read at. */
export function yearOf(day: Day): number {
  return Number(isoDate(day).slice(0, 4));
}

/** Citations as a page shows them; dates within the year of the day read leave it out. */
export function citedOf({ study, asOf }: AtDay, citations: readonly Citation[] | undefined): Cited[] {
  const sources = new Map(study.sources.map((source) => [source.id, source]));
  return (citations ?? []).map(({ source, published, via, place, grade, note }) => ({
    source,
    name: sources.get(source)!.name,
    kind: sources.get(source)!.kind,
    party: sources.get(source)!.actor !== undefined,
    published: periodTextWithin(published, yearOf(asOf)),
    via: via && sources.get(via)!.name,
    place,
    grade,
    note,
  }));
}
