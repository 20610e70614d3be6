import type { Case } from "../../case.ts";
import type { Outcome } from "../../outcome.ts";

/**
 * Whether an outcome holds in a configuration given by state numbers in the case's order, from 0. The outcome is taken as
 * one of the case, whose reading checks it. METHODS §6.
 */
export function outcomeTest(
  { factors }: Pick<Case, "factors">,
  { when }: Outcome,
): (configuration: ArrayLike<number>) => boolean {
  const any = when.map((all) =>
    Object.entries(all).map(([id, admitted]) => {
      const factor = factors.findIndex((candidate) => candidate.id === id);
      return {
        factor,
        states: new Set(
          admitted.map((state) => factors[factor]!.states.findIndex((candidate) => candidate.id === state)),
        ),
      };
    }),
  );
  return (configuration) => any.some((all) => all.every(({ factor, states }) => states.has(configuration[factor]!)));
}
