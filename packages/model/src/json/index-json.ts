import { isoDate } from "../day.ts";
import type { Balance } from "../analysis/balance.ts";

/** The index, levels, states and contributions of a balance as they travel: days as ISO dates, what is not known null. */
export function indexJson({ asOf, knownAt, index, levels, states, contributions }: Balance) {
  return {
    asOf: isoDate(asOf),
    knownAt: knownAt === undefined ? null : isoDate(knownAt),
    index: index?.index ?? null,
    band50: index?.band50 ?? null,
    band90: index?.band90 ?? null,
    aboveParity: index?.aboveParity ?? null,
    factors: states.map(({ factor, state }) => {
      const level = levels.find((candidate) => candidate.factor === factor);
      return { id: factor, level: level?.level ?? null, band90: level?.band90 ?? null, state: state ?? null };
    }),
    contributions: contributions.map(({ record, kind, points }) => ({ record, kind, points })),
  };
}
