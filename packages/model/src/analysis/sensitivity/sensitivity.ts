import type { Case } from "../../case.ts";
import { balanceAt, type Clocks } from "../balance.ts";
import { coursesOf } from "../outlook/destination.ts";
import { finish, type Task } from "../task.ts";
import { attributionLadder, type AttributionRung } from "./attribution-ladder.ts";
import { conflictingReportsTask, type ConflictingReport } from "./conflicting-report.ts";
import { indexFlipsTask, type IndexFlip } from "./index-flip.ts";
import { indexLevers } from "./index-lever.ts";
import { jointFlipTask, type JointFlip, type NoJointFlip } from "./joint-flip.ts";
import { knockOutsTask, type KnockOut } from "./knock-out.ts";
import { outcomeSensitivityTask, type OutcomeSensitivity } from "./outcome-flip.ts";

/** What would change our mind: METHODS §9. */
export interface Sensitivity {
  /** Undefined for a case without an index. */
  index:
    | {
        /** −100 to 100. */
        index: number;
        flips: readonly IndexFlip[];
        /** The fewest one-notch moves that together turn the sign; undefined where `notTogether` says why there are none. */
        together: JointFlip | undefined;
        notTogether: NoJointFlip | undefined;
      }
    | undefined;
  /** For no course of action, then each; empty where some present state is not known. */
  outcomes: readonly OutcomeSensitivity[];
  knockOuts: readonly KnockOut[];
  ladder: readonly AttributionRung[];
  conflicts: readonly ConflictingReport[];
}

/** The sensitivity in one go, as {@link sensitivityTask} gives it, with its errors: METHODS §9. */
export function sensitivity(whole: Case, clocks: Clocks): Sensitivity {
  return finish(sensitivityTask(whole, clocks));
}

/**
 * What would change the conclusions of a case at one moment: single judgements, sources, attributions, conflicts. Progress
 * counts what the part at hand counts. Indexes run from −100 to 100, shares of ranges from 0 to 1. Throws MatrixError for a
 * case of more than 60 factors. METHODS §9.
 */
export function* sensitivityTask(whole: Case, clocks: Clocks): Task<Sensitivity> {
  const balance = balanceAt(whole, clocks);
  const levers = indexLevers(balance);
  const flips = levers && (yield* within(indexFlipsTask(balance, levers), 0, 0.05));
  const joint = levers && (yield* within(jointFlipTask(balance, levers), 0.05, 0.3));
  const outcomes: OutcomeSensitivity[] = [];
  const courses = coursesOf(balance.study);
  for (const [place, option] of courses.entries()) {
    const [from, to] = [place, place + 1].map((part) => 0.3 + (0.5 * part) / courses.length);
    const one = yield* within(outcomeSensitivityTask(balance, option), from!, to!);
    if (one) outcomes.push(one);
  }
  const found = {
    outcomes,
    knockOuts: yield* within(knockOutsTask(whole, clocks), 0.8, 0.95),
    ladder: attributionLadder(whole, clocks),
    conflicts: yield* within(conflictingReportsTask(whole, clocks), 0.95, 1),
  };
  if (!flips || !joint) return { index: undefined, ...found };
  const [together, notTogether] = typeof joint === "string" ? [undefined, joint] : [joint, undefined];
  return { index: { index: balance.index!.index, flips, together, notTogether }, ...found };
}

/** A task as a part of a longer one, its share of the work from one share of the whole to another. */
function* within<Result>(task: Task<Result>, from: number, to: number): Task<Result> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { ...step.value, share: from + (to - from) * step.value.share };
  }
}
