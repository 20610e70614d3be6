import { inLanguage, type Factor, type FactorState } from "@mizan/model";
import { counted } from "@mizan/model/words";
import type { Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import { bodyHeight, inPages, isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { lineCount } from "../text-lines.ts";

export interface StatesPage extends Page {
  rows: readonly { factor: Factor; now: FactorState }[];
  /** How many states stand beside one another. */
  columns: number;
}

const most = 4;
const cells = { width: 768, gap: 16, line: 28, padding: 17 };

/** The factors of a case without levels, with the states each can be in. */
export function statesPages({ study, balance }: Briefing): StatesPage[] {
  const rows = study.factors.map((factor, i) => ({ factor, now: balance.states[i]! }));
  const states = study.factors.reduce((sum, factor) => sum + factor.states.length, 0);
  const combinations = study.factors.reduce((product, factor) => product * BigInt(factor.states.length), 1n);
  const columns = Math.min(most, Math.max(...study.factors.map((factor) => factor.states.length)));
  const width = (cells.width - cells.gap * (columns - 1)) / columns;
  const heightOf = ({ factor }: (typeof rows)[number]) => {
    const lines = factor.states.map(({ name }) => lineCount(inLanguage(name), width, 20));
    const rowsOfStates = Array.from({ length: Math.ceil(lines.length / columns) }, (_, i) =>
      Math.max(...lines.slice(i * columns, (i + 1) * columns)),
    );
    const tall = Math.max(
      rowsOfStates.reduce((sum, height) => sum + height, 0),
      lineCount(inLanguage(factor.name), 336, 20),
    );
    return tall * cells.line + cells.padding;
  };
  return inPages(rows, heightOf, bodyHeight - 34).map((shown) => ({
    title: `${counted(study.factors.length, "factor")} with ${counted(states, "state")} between them can combine in ${combinations.toLocaleString("en")} ways`,
    citations: citationsOf(shown.map(({ factor }) => factor)),
    rule: "States stand in the order of the case. A state in bold is the one the factor is said to be in.",
    rows: shown,
    sparse: isSparse(shown, heightOf),
    columns,
  }));
}
