import { inLanguage, isoDate, sideOf, type Band, type Day, type LanguageMap } from "@mizan/model";
import type { DrawingTable } from "./drawing.ts";
import type { Pole } from "./side-class.ts";

/** A factor as the drawing of levels shows it. */
export interface FactorLevelRow {
  factor: string;
  name: LanguageMap;
  /** The state it is in, in the reader's language. */
  stateName?: string | undefined;
  /** The pole that state lies at; without it, the side the level's band is clear on. */
  stateSide?: Pole | undefined;
  /** −1 to 1. */
  level: number;
  band90: Band;
  cuts: readonly (number | "declared")[];
  /** How far the level moved since a day, −2 to 2. */
  change?: { value: number; since: Day } | undefined;
  /** Where the factor's name leads. */
  href?: string | undefined;
}

/** How wide the bars are and how large the marks. */
export const levelFrames = {
  monitor: { barWidth: 400, markSize: 12 },
  slide: { barWidth: 460, markSize: 16 },
  phone: { barWidth: 200, markSize: 12 },
} as const;

/** The trace of a level's change. */
export function changeTrace(factor: string, since: Day): string {
  return `level-change/${factor}/${isoDate(since)}`;
}

/** The levels in a sentence. */
export function factorLevelsSummary(
  rows: readonly FactorLevelRow[],
  favours: { positive: string; negative: string },
): string {
  if (rows.length === 0) return "No factor of this case has a level.";
  const of = (side: -1 | 0 | 1) => rows.filter(({ band90 }) => sideOf(band90) === side).length;
  return `Of ${rows.length} factors ${of(1)} clearly favour ${favours.positive}, ${of(-1)} clearly favour ${favours.negative}, and ${of(0)} are too close to call.`;
}

/** The levels as a table. */
export function factorLevelsTable(rows: readonly FactorLevelRow[], language = "en"): DrawingTable {
  return {
    columns: ["Factor", "State", "Level", "90% band", "Change"],
    rows: rows.map(({ factor, name, stateName, level, band90, change }) => [
      inLanguage(name, language),
      stateName ?? "",
      { value: level, form: "level", trace: `level/${factor}` },
      { value: band90, form: "level", trace: `level/${factor}` },
      change ? { value: change.value, form: "level", trace: changeTrace(factor, change.since) } : "",
    ]),
  };
}
