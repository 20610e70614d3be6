import type { Basis, Confidence, LanguageMap } from "@mizan/model";
import { citedOf, type AtDay, type Cited } from "./cited.ts";

/** How one state of a factor bears on the states of another. */
export interface ImpactRow {
  id: string;
  from: { factor: string; name: LanguageMap; state: LanguageMap; stateId: string };
  on: { factor: string; name: LanguageMap };
  cells: readonly { state: string; name: LanguageMap; value: number }[];
  confidence: Confidence | undefined;
  basis: Basis;
  rationale: string | undefined;
  citations: readonly Cited[];
}

export function impactRows(at: AtDay): ImpactRow[] {
  const { study } = at;
  const factors = new Map(study.factors.map((factor) => [factor.id, factor]));
  return study.impacts.map((impact) => {
    const from = factors.get(impact.from.factor)!;
    const on = factors.get(impact.on)!;
    return {
      id: impact.id,
      from: {
        factor: from.id,
        name: from.shortName ?? from.name,
        state: from.states.find(({ id }) => id === impact.from.state)!.name,
        stateId: impact.from.state,
      },
      on: { factor: on.id, name: on.shortName ?? on.name },
      cells: on.states.map(({ id, name }) => ({ state: id, name, value: impact.values[id] ?? 0 })),
      confidence: impact.confidence,
      basis: impact.basis ?? "text",
      rationale: impact.rationale,
      citations: citedOf(at, impact.citations),
    };
  });
}
