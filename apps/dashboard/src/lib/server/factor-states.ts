import type { FactorStates } from "@mizan/charts";
import { inLanguage, type Factor } from "@mizan/model";

/** A factor as drawings of its states show it. */
export function factorStates(factor: Factor): FactorStates {
  return {
    id: factor.id,
    name: factor.shortName ?? factor.name,
    states: factor.states.map(({ name }, at) => ({ name: inLanguage(name), side: poleAt(factor, at) })),
  };
}

/** The pole a state stands at: the first and the last of a factor with a scale. */
export function poleAt({ scale, states }: Pick<Factor, "scale" | "states">, at: number): -1 | 0 | 1 {
  return !scale || at < 0 ? 0 : at === 0 ? -1 : at === states.length - 1 ? 1 : 0;
}
