import type { Case } from "../../case.ts";
import { tensions, type Tension } from "./balance.ts";
import type { Configuration, CrossImpactSystem } from "./system.ts";

/**
 * The factors that impacts pull out of a configuration, the strongest pull first; none where it is consistent. A decision
 * is not pulled: someone chooses it. Throws RangeError for a configuration of another system. Weimer-Jehle (2006).
 */
export function strains(
  { factors }: Pick<Case, "factors">,
  system: CrossImpactSystem,
  configuration: Configuration,
): Tension[] {
  return tensions(system, configuration)
    .filter(({ factor, gap }) => gap > 0 && factors[factor]!.kind !== "decision")
    .toSorted((a, b) => b.gap - a.gap);
}
