import { isoDate, type Day } from "../day.ts";
import type { Sensitivity } from "../analysis/sensitivity/index.ts";

/** What would change our mind as it travels: an index is its points, what is not there null. */
export function sensitivityJson(asOf: Day, { index, outcomes, knockOuts, ladder, conflicts }: Sensitivity) {
  return {
    asOf: isoDate(asOf),
    index: index
      ? {
          ...index,
          flips: index.flips.map((flip) => ({ ...flip, notches: flip.notches ?? null, share: flip.share ?? null })),
          together: index.together ?? null,
          notTogether: index.notTogether ?? null,
        }
      : null,
    outcomes: outcomes.map((one) => ({ ...one, option: one.option ?? null })),
    knockOuts: knockOuts.map((one) => ({
      ...one,
      index: one.index?.index ?? null,
      destinations: one.destinations.map((option) => option ?? null),
    })),
    ladder: ladder.map((rung) => ({ ...rung, index: rung.index?.index ?? null })),
    conflicts: conflicts.map((one) => ({ ...one, index: one.index ?? null, short: one.short ?? null })),
  };
}
