import type { Case } from "../../case.ts";
import type { Option } from "../../option.ts";
import type { OutcomeId } from "../../outcome.ts";

/**
 * The outcomes that an option all but states: a cell leads straight from a state it forces to a state that the outcome
 * admits. What it finds beyond those, the matrix found. METHODS §6.
 */
export function assumedOutcomes(
  { impacts, outcomes }: Pick<Case, "impacts" | "outcomes">,
  option: Option | undefined,
): Set<OutcomeId> {
  if (!option) return new Set();
  const direct = impacts.filter(({ from }) => option.sets[from.factor] === from.state);
  const promoted = new Set(
    direct.flatMap(({ on, values }) =>
      Object.entries(values).flatMap(([state, value]) => (value > 0 ? [`${on} ${state}`] : [])),
    ),
  );
  return new Set(
    outcomes
      .filter(({ when }) =>
        when.some((all) =>
          Object.entries(all).some(([factor, states]) =>
            states.some(
              (state) =>
                promoted.has(`${factor} ${state}`) || option.sets[factor as keyof typeof option.sets] === state,
            ),
          ),
        ),
      )
      .map(({ id }) => id),
  );
}
