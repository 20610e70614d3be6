import type { Case } from "../../case.ts";
import { balanceAt, type Clocks } from "../balance.ts";
import { attributionLadder, type AttributionRung } from "./attribution-ladder.ts";
import { conflictingReports, type ConflictingReport } from "./conflicting-report.ts";
import { indexFlips, type IndexFlip } from "./index-flip.ts";
import { indexLevers } from "./index-lever.ts";
import { jointFlip, type JointFlip } from "./joint-flip.ts";
import { knockOuts, type KnockOut } from "./knock-out.ts";
import { outcomeSensitivity, type OutcomeSensitivity } from "./outcome-flip.ts";

/** What would change our mind: METHODS §9. */
export interface Sensitivity {
  /** Undefined for a case without an index. */
  index:
    | {
        /** −100 to 100. */
        index: number;
        flips: readonly IndexFlip[];
        /** The fewest one-notch moves that together turn the sign; undefined at parity, and where not even all do. */
        together: JointFlip | undefined;
      }
    | undefined;
  /** For no course of action, then each; empty where some present state is not known. */
  outcomes: readonly OutcomeSensitivity[];
  knockOuts: readonly KnockOut[];
  ladder: readonly AttributionRung[];
  conflicts: readonly ConflictingReport[];
}

/** What would change the conclusions of a case at one moment: single judgements, sources, attributions, conflicts. */
export function sensitivity(whole: Case, clocks: Clocks): Sensitivity {
  const balance = balanceAt(whole, clocks);
  const levers = indexLevers(balance);
  return {
    index: levers && {
      index: balance.index!.index,
      flips: indexFlips(balance, levers),
      together: jointFlip(balance, levers),
    },
    outcomes: [undefined, ...balance.study.options.map(({ id }) => id)].flatMap(
      (option) => outcomeSensitivity(balance, option) ?? [],
    ),
    knockOuts: knockOuts(whole, clocks),
    ladder: attributionLadder(whole, clocks),
    conflicts: conflictingReports(whole, clocks),
  };
}
