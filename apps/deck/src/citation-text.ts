import { inLanguage, type Case, type Citation } from "@mizan/model";
import { periodText } from "@mizan/model/words";

/** A citation as a speaker reads it out: "Al Jazeera, 26 June 2020, ¶1, B2, read through Terrorism Monitor". */
export function citationText(citation: Citation, { sources }: Pick<Case, "sources">): string {
  const name = (id: string) => inLanguage(sources.find((source) => source.id === id)?.name ?? { en: id });
  const { source, published, place, grade, via } = citation;
  const parts = [name(source), periodText(published), place, grade, via && `read through ${name(via)}`];
  return parts.filter(Boolean).join(", ");
}

/** All citations of some records, each once. */
export function citationsOf(
  records: readonly ({ citations?: readonly Citation[] | undefined } | undefined)[],
): Citation[] {
  const all = records.flatMap((record) => record?.citations ?? []);
  const key = ({ source, published, place, via }: Citation) => [source, published, place, via].join("|");
  return [...new Map(all.map((citation) => [key(citation), citation])).values()];
}

/** The places in what was read, each once: "¶6, ¶9". */
export function placesOf(citations: readonly Citation[]): string {
  return [...new Set(citations.flatMap(({ place }) => (place ? [place] : [])))].join(", ");
}
