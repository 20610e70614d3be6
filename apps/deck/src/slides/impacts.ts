import { inLanguage, type Case, type Impact } from "@mizan/model";
import { counted } from "@mizan/model/words";
import type { Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";
import { quoted } from "../quoted.ts";

/** What one state does to one other. */
export interface ImpactRow {
  id: string;
  impact: Impact;
  from: { factor: string; state: string };
  on: { factor: string; state: string };
  /** Points, negative where it hinders. */
  value: number;
}

export interface ImpactsPage extends Page {
  rows: readonly ImpactRow[];
}

const rowsOnPage = 10;

/** The strongest direct influences between states. */
export function impactsPages({ study }: Briefing): ImpactsPage[] {
  const all = impactRows(study);
  const strongest = Math.abs(all[0]!.value);
  const count = all.filter(({ value }) => Math.abs(value) === strongest).length;
  const rows = all.slice(0, rowsOnPage);
  const first = rows[0]!;
  const title =
    count === 1
      ? `The strongest influence: ${quoted(first.from.state)} ${first.value > 0 ? "promotes" : "hinders"} ${quoted(first.on.state)}`
      : `Of ${counted(all.length, "influence")} between states, ${count} are of the greatest strength, ${counted(strongest, "point")}`;
  return [
    {
      title,
      citations: citationsOf(rows.map(({ impact }) => impact)),
      rule: `The ${rows.length} strongest cells of the matrix, in the order of the case where they are equally strong.`,
      rows,
    },
  ];
}

/** Every influence of one state on another that is not 0, the strongest first. */
export function impactRows({ factors, impacts }: Case): ImpactRow[] {
  const named = (factor: string, state: string) => {
    const record = factors.find(({ id }) => id === factor)!;
    return { factor: inLanguage(record.name), state: inLanguage(record.states.find(({ id }) => id === state)!.name) };
  };
  return impacts
    .flatMap((impact) =>
      Object.entries(impact.values)
        .filter(([, value]) => value !== 0)
        .map(([state, value]) => ({
          id: `${impact.id}/${state}`,
          impact,
          from: named(impact.from.factor, impact.from.state),
          on: named(impact.on, state),
          value,
        })),
    )
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
