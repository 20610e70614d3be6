import { inLanguage, type LanguageMap } from "@mizan/model";
import { dayText, listed } from "@mizan/model/words";
import type { CaseFrame } from "#lib/server/frame.ts";

/** What is printed with a drawing that leaves the page: what it shows, of which case and day, on whose word, how marked. */
export interface Caption {
  title: string;
  measure: string;
  /** Lines under it. */
  notes: readonly string[];
  /** A name for its file, without its kind. */
  file: string;
}

const mostSources = 12;

/** The caption of a drawing on a page of a case; its sources are asked of the server. */
export async function captionOf(figure: HTMLElement, frame: CaseFrame, address: string): Promise<Caption> {
  const section = figure.closest("section, main");
  const textOf = (selector: string) => section?.querySelector(selector)?.textContent?.trim() ?? "";
  const own = figure.querySelector("figcaption .sub")?.textContent?.trim();
  const title = own || textOf("h2, h1") || inLanguage(frame.shortTitle);
  const { asOf, knownAt } = frame.clocks;
  const known = knownAt === undefined ? "" : `, known at ${dayText(knownAt)}`;
  const sources = await sourcesOf(frame.id);
  return {
    title,
    measure: figure.querySelector("figcaption .measure")?.textContent?.trim() ?? "",
    notes: [
      `${inLanguage(frame.title)}. As of ${dayText(asOf)}${known}.${frame.whatIf ? " What-if: not as coded." : ""}`,
      ...(sources.length > 0 ? [`Sources: ${listed(sources)}.`] : []),
      `${frame.marking} · ${address}`,
    ],
    file: `${frame.id} ${title} ${dayText(asOf)}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80),
  };
}

async function sourcesOf(id: string): Promise<string[]> {
  const response = await fetch(`/api/cases/${id}/records/sources?limit=${mostSources + 1}`);
  if (!response.ok) return [];
  const { records } = (await response.json()) as { records: { record: { name: LanguageMap } }[] };
  const names = records.slice(0, mostSources).map(({ record }) => inLanguage(record.name));
  return records.length > mostSources ? [...names, "others"] : names;
}
