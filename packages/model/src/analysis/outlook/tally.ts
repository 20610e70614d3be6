import type { Case } from "../../case.ts";
import type { CrossImpactSystem } from "../cross-impact/system.ts";
import { methodOf } from "../default-method.ts";
import { outcomeTest } from "./outcome-test.ts";
import { settler } from "./settle.ts";

/** What the draws of one course of action come to, so far. */
export interface Tally {
  /** Follows a drawn present to where it leads, and counts that. */
  count: (start: Int32Array) => void;
  /** Draws in which each outcome held at the end. */
  held: readonly number[];
  /** Draws in which each factor ended in each state. */
  ended: readonly Float64Array[];
  /** Draws that never settled. */
  unsettled: number;
}

/** An empty tally of draws through a system whose impacts may change between them, some factors forced. METHODS §6. */
export function tallyOf(study: Case, system: CrossImpactSystem, forced: ReadonlyMap<number, number>): Tally {
  const tests = study.outcomes.map((outcome) => outcomeTest(study, outcome));
  const settles = settler(system, forced, methodOf(study).inertia);
  const configuration = new Int32Array(system.sizes.length);
  const held = tests.map(() => 0);
  const ended = system.sizes.map((size) => new Float64Array(size));
  const tally = { held, ended, unsettled: 0, count };

  function count(start: Int32Array): void {
    configuration.set(start);
    for (const [factor, state] of forced) configuration[factor] = state;
    if (!settles(configuration)) {
      tally.unsettled++;
      return;
    }
    tests.forEach((holds, i) => (held[i]! += holds(configuration) ? 1 : 0));
    configuration.forEach((state, factor) => ended[factor]![state]!++);
  }
  return tally;
}
