import type { Case } from "../case.ts";
import type { Day } from "../day.ts";
import { balanceIndex, weighting, type BalanceIndex, type Weighting } from "./balance-index.ts";
import { contributions, type Contribution } from "./contribution.ts";
import { asKnown, latestKnown } from "./known.ts";
import type { SpreadShift } from "./evidence.ts";
import { levels, type Level } from "./level.ts";
import { shiftsOf, type Shift } from "./shift.ts";
import { factorStates, type FactorState } from "./state.ts";

/** Which moment of a case is looked at: events up to `asOf`, as they could be known by `knownAt`. */
export interface Clocks {
  asOf: Day;
  knownAt?: Day | undefined;
}

/** Everything that follows from a case at one moment. */
export interface Balance {
  asOf: Day;
  /** Undefined where nothing of the case is dated. */
  knownAt: Day | undefined;
  /** The case as it could be known. */
  study: Case;
  /** What its events do, one by one. */
  shifts: readonly Shift[];
  /** What events do that the study does not hold, gathered by factor and span; empty for a study that holds them all. */
  gathered: readonly SpreadShift[];
  /** Both: all that levels rest on. */
  evidence: readonly SpreadShift[];
  levels: readonly Level[];
  states: readonly FactorState[];
  /** Undefined, like `weights`, for a case without scaled factors: it has no index. */
  index: BalanceIndex | undefined;
  weights: Weighting | undefined;
  contributions: readonly Contribution[];
}

/**
 * Where a case stands at one moment: levels, states, index and what each record adds to it. A study may hold some of its
 * events alone; then `gathered` is what the others do, as they could be known.
 */
export function balanceAt(whole: Case, { asOf, knownAt }: Clocks, gathered: readonly SpreadShift[] = []): Balance {
  const study = knownAt === undefined ? whole : asKnown(whole, knownAt);
  const shifts = shiftsOf(study);
  const weights = weighting(study);
  const evidence = gathered.length === 0 ? shifts : [...shifts, ...gathered];
  const now = levels(study, evidence, asOf);
  return {
    asOf,
    knownAt: knownAt ?? latestKnown(study),
    study,
    shifts,
    gathered,
    evidence,
    levels: now,
    states: factorStates(study, now, asOf),
    weights,
    index: weights && balanceIndex(now, weights),
    contributions: weights ? contributions(study, shifts, weights, asOf, gathered) : [],
  };
}
