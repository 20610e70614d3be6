import type { Case } from "../../case.ts";
import type { FactorId, StateId } from "../../factor.ts";

/** States of outside factors that are supposed, by state number. Throws RangeError for a factor or state that is none. */
export function supposedOutside(
  { factors }: Pick<Case, "factors">,
  outside: ReadonlyMap<FactorId, StateId> | undefined,
): [number, number][] {
  return [...(outside ?? [])].map(([id, state]) => {
    const factor = factors.findIndex((candidate) => candidate.id === id);
    if (factor < 0 || factors[factor]!.kind !== "outside") throw new RangeError(`no outside factor: ${id}`);
    const at = factors[factor]!.states.findIndex((candidate) => candidate.id === state);
    if (at < 0) throw new RangeError(`no state of ${id}: ${state}`);
    return [factor, at];
  });
}
