import type { Case } from "../../case.ts";

/** A configuration as the ids of its states, by factor. */
export function namedStates(
  { factors }: Pick<Case, "factors">,
  configuration: readonly number[],
): Record<string, string> {
  return Object.fromEntries(factors.map(({ id, states }, i) => [id, states[configuration[i]!]!.id]));
}
