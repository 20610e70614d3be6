import { sideOf, type Factor, type FactorState, type Level } from "@mizan/model";
import { counted, listed } from "@mizan/model/words";
import { sideText, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";

/** A factor with its level, its state and its share of the index. */
export interface FactorStanding {
  factor: Factor;
  level: Level;
  state: FactorState;
  share: number;
}

export interface FactorLevelsPage extends Page {
  standings: readonly FactorStanding[];
}

const rowsOnPage = 10;
const rowHeight = 46;

/** Where each factor stands, the one that pulls hardest first. */
export function factorLevelsPages(briefing: Briefing): FactorLevelsPage[] {
  const all = standingsOf(briefing);
  const clear = (side: -1 | 0 | 1) => all.filter(({ level }) => sideOf(level.band90) === side).length;
  const parts = ([-1, 1] as const)
    .map((side) => ({
      count: clear(side),
      text: `${clear(side)} clearly ${clear(side) === 1 ? "favours" : "favour"} ${sideText(briefing, side)}`,
    }))
    .filter(({ count }) => count > 0);
  const title =
    parts.length === 0
      ? `None of ${counted(all.length, "factor")} is clear of parity: each is too close to call`
      : `Of ${counted(all.length, "factor")}, ${listed(parts.map(({ text }) => text))}${clear(0) > 0 ? `; ${clear(0)} ${clear(0) === 1 ? "is" : "are"} too close to call` : ""}`;
  return Array.from({ length: Math.ceil(all.length / rowsOnPage) }, (_, page) => {
    const standings = all.slice(page * rowsOnPage, (page + 1) * rowsOnPage);
    return {
      title,
      citations: citationsOf(standings.map(({ factor }) => factor)),
      rule: "Sorted by pull: the factor's share of the weight times its level. A side has a factor only where the 90% band is clear of 0.",
      standings,
      sparse: isSparse(standings, () => rowHeight),
    };
  });
}

/** Every factor with a level, by pull. */
function standingsOf({ study, balance }: Briefing): FactorStanding[] {
  const shares = new Map(balance.weights?.shares.map(({ factor, share }) => [factor, share]));
  return balance.levels
    .map((level) => ({
      level,
      factor: study.factors.find(({ id }) => id === level.factor)!,
      state: balance.states.find(({ factor }) => factor === level.factor)!,
      share: shares.get(level.factor) ?? 0,
    }))
    .toSorted((a, b) => Math.abs(b.share * b.level.x) - Math.abs(a.share * a.level.x));
}
