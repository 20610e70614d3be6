import type { FactorId, StateId } from "../../factor.ts";
import type { OptionId } from "../../option.ts";
import type { OutcomeId } from "../../outcome.ts";
import type { Balance } from "../balance.ts";
import { heldDecisions, systemOf } from "../cross-impact/case-system.ts";
import { methodOf } from "../default-method.ts";
import { normals } from "../normal-draw.ts";
import { checkSeed, seededBits } from "../random.ts";
import { assumedOutcomes } from "./assumed.ts";
import { cellDraw, drawCells } from "./cell-draw.ts";
import { outcomeTest } from "./outcome-test.ts";
import { drawPresent, presentDraw } from "./present-draw.ts";
import { settler } from "./settle.ts";

/** Under what an outlook is asked. */
export interface OutlookRequest {
  /** The course of action taken; without it decisions stay as they are. */
  option?: OptionId;
  /** States of outside factors to suppose, instead of the present ones. */
  outside?: ReadonlyMap<FactorId, StateId>;
  /** A whole number from 1. */
  draws?: number;
  /** A whole number from 0 to 2^32 − 1: the same seed draws the same. */
  seed?: number;
}

/** A share of draws, with its Monte Carlo standard error. */
export interface DrawnShare {
  share: number;
  standardError: number;
}

/** Where a case leads from its present, by the draws of METHODS §6. Shares are the model's, not the world's. */
export interface Outlook {
  option: OptionId | undefined;
  draws: number;
  seed: number;
  /** How often each outcome holds at the end; assumed where it is one cell from a state that the option forces. */
  outcomes: readonly ({ outcome: OutcomeId; assumed: boolean } & DrawnShare)[];
  /** How often each factor ends in each state, in the case's order. */
  factors: readonly { factor: FactorId; states: readonly ({ state: StateId } & DrawnShare)[] }[];
  /** How often succession turns in a cycle and never settles. Such draws count for no outcome and no state. */
  unsettled: DrawnShare;
}

/** Draws of an outlook unless told otherwise: a share of one half then has a standard error of half a point. */
export const outlookDraws = 10_000;

/**
 * Draws the present levels and every coded cell, maps levels to states, holds the decisions (the option's as it sets them,
 * all others as they stand) and follows succession with the case's inertia. Shares and their standard errors run from 0 to
 * 1. Undefined where some factor's present state is not known. Throws RangeError for an option, factor or state that the
 * case does not have, for draws that are no whole number from 1, or a seed that is none. METHODS §6.
 */
export function outlook(
  balance: Balance,
  { option: id, outside, draws = outlookDraws, seed = 1 }: OutlookRequest = {},
): Outlook | undefined {
  const { study } = balance;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`draws: expected a whole number from 1: ${draws}`);
  checkSeed(seed);
  const option = study.options.find((candidate) => candidate.id === id);
  if (id !== undefined && !option) throw new RangeError(`unknown option: ${id}`);
  const present = presentDraw(balance);
  if (!present) return undefined;

  const { system } = systemOf(study);
  const forced = new Map([...supposed(balance, outside), ...heldDecisions(study, present.present, option)]);
  const cells = cellDraw(study, system);
  const tests = study.outcomes.map((outcome) => outcomeTest(study, outcome));
  const normal = normals(seededBits(seed));
  const impacts = Float64Array.from(system.impacts);
  const settles = settler({ ...system, impacts }, forced, methodOf(study).inertia);
  const configuration = new Int32Array(system.sizes.length);
  const held = study.outcomes.map(() => 0);
  const ended = system.sizes.map((size) => new Float64Array(size));
  let unsettled = 0;
  for (let draw = 0; draw < draws; draw++) {
    drawPresent(present, normal, configuration);
    drawCells(cells, normal, impacts);
    for (const [factor, state] of forced) configuration[factor] = state;
    if (!settles(configuration)) {
      unsettled++;
      continue;
    }
    tests.forEach((holds, i) => (held[i]! += holds(configuration) ? 1 : 0));
    configuration.forEach((state, factor) => ended[factor]![state]!++);
  }

  const share = (count: number): DrawnShare => {
    const value = count / draws;
    return { share: value, standardError: Math.sqrt((value * (1 - value)) / draws) };
  };
  const assumed = assumedOutcomes(study, option);
  return {
    option: option?.id,
    draws,
    seed,
    outcomes: study.outcomes.map(({ id: outcome }, i) => ({
      outcome,
      assumed: assumed.has(outcome),
      ...share(held[i]!),
    })),
    factors: study.factors.map(({ id: factor, states }, i) => ({
      factor,
      states: states.map(({ id: state }, j) => ({ state, ...share(ended[i]![j]!) })),
    })),
    unsettled: share(unsettled),
  };
}

/**
 * The outlook under every other state of every outside factor, one factor at a time, all with the same seed. Empty where
 * some present state is not known. Shares run from 0 to 1. Errors as {@link outlook}. METHODS §6.
 */
export function outlooksOutside(
  balance: Balance,
  request: OutlookRequest = {},
): { factor: FactorId; state: StateId; outlook: Outlook }[] {
  const { study, states } = balance;
  return study.factors
    .filter(({ kind }) => kind === "outside")
    .flatMap((factor) =>
      factor.states
        .filter(({ id }) => id !== states.find((now) => now.factor === factor.id)?.state)
        .flatMap(({ id: state }) => {
          const under = outlook(balance, {
            ...request,
            outside: new Map([...(request.outside ?? []), [factor.id, state]]),
          });
          return under ? [{ factor: factor.id, state, outlook: under }] : [];
        }),
    );
}

function supposed({ study }: Balance, outside: OutlookRequest["outside"]): [number, number][] {
  return [...(outside ?? [])].map(([id, state]) => {
    const factor = study.factors.findIndex((candidate) => candidate.id === id);
    if (factor < 0 || study.factors[factor]!.kind !== "outside") throw new RangeError(`no outside factor: ${id}`);
    const at = study.factors[factor]!.states.findIndex((candidate) => candidate.id === state);
    if (at < 0) throw new RangeError(`no state of ${id}: ${state}`);
    return [factor, at];
  });
}
