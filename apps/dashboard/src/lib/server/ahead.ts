import type { Course, FactorStates } from "@mizan/charts";
import type { Balance } from "@mizan/model";
import { destination, outcomeTest } from "@mizan/model/outlook";
import { coursesClaim } from "@mizan/model/words";
import { endOfCourse, waysOf } from "./courses.ts";
import { factorStates } from "./factor-states.ts";
import { whyUnfollowed } from "./unfollowed.ts";

/** Where every factor goes if nobody does anything new. */
export interface Ahead {
  claim: string;
  factors: readonly FactorStates[];
  /** In the order of the factors. */
  ways: Course["ways"];
}

/** Where a case leads by itself. Undefined where nothing can be followed from its present. */
export function aheadOf(balance: Balance): Ahead | undefined {
  const { study } = balance;
  const leads = whyUnfollowed(balance) === undefined ? destination(balance) : undefined;
  if (!leads) return undefined;
  const ways = waysOf(leads, false, new Map());
  const holds = leads.settles ? study.outcomes.filter((outcome) => outcomeTest(study, outcome)(leads.end[0]!)) : [];
  return {
    claim: coursesClaim([endOfCourse({ name: { en: "The case" }, settles: leads.settles, ways, holds })]),
    factors: study.factors.map(factorStates),
    ways,
  };
}
