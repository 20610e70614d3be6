import type { Case } from "../../case.ts";
import type { FactorId, StateId } from "../../factor.ts";
import type { Option, OptionId } from "../../option.ts";
import type { OutcomeId } from "../../outcome.ts";
import type { Balance } from "../balance.ts";
import { heldDecisions, systemOf } from "../cross-impact/case-system.ts";
import { normals } from "../normal-draw.ts";
import { checkSeed, seededBits } from "../random.ts";
import { finish, type Task } from "../task.ts";
import { assumedOutcomes } from "./assumed.ts";
import { cellDraw, drawCells } from "./cell-draw.ts";
import { optionOf } from "./option-of.ts";
import { drawPresent, presentDraw } from "./present-draw.ts";
import { supposedOutside } from "./supposed-outside.ts";
import { tallyOf, type Tally } from "./tally.ts";

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
const pauseEvery = 64;

/**
 * Draws the present levels and every coded cell, maps levels to states, holds the decisions (the option's as it sets them,
 * all others as they stand) and follows succession with the case's inertia. Shares and their standard errors run from 0 to
 * 1. Undefined where some factor's present state is not known. Throws RangeError for an option, factor or state that the
 * case does not have, for draws that are no whole number from 1, or a seed that is none. METHODS §6.
 */
export function outlook(balance: Balance, { option, ...request }: OutlookRequest = {}): Outlook | undefined {
  return outlooks(balance, [option], request)?.[0];
}

/** The outlooks of several courses of action on the same draws, each as {@link outlook} gives it, in the order asked. */
export function outlooks(
  balance: Balance,
  options: readonly (OptionId | undefined)[],
  request: Omit<OutlookRequest, "option"> = {},
): Outlook[] | undefined {
  return finish(outlooksTask(balance, options, request));
}

/** As {@link outlooks}, pausing now and then; progress counts draws. */
export function* outlooksTask(
  balance: Balance,
  options: readonly (OptionId | undefined)[],
  { outside, draws = outlookDraws, seed = 1 }: Omit<OutlookRequest, "option"> = {},
): Task<Outlook[] | undefined> {
  const { study } = balance;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`draws: expected a whole number from 1: ${draws}`);
  checkSeed(seed);
  const chosen = options.map((id) => optionOf(study, id));
  const present = presentDraw(balance);
  if (!present) return undefined;

  const { system } = systemOf(study);
  const given = supposedOutside(balance.study, outside);
  const cells = cellDraw(study, system);
  const normal = normals(seededBits(seed));
  const impacts = Float64Array.from(system.impacts);
  const tallies = chosen.map((option) => {
    const forced = new Map([...given, ...heldDecisions(study, present.present, option)]);
    return tallyOf(study, { ...system, impacts }, forced);
  });
  const start = new Int32Array(system.sizes.length);
  for (let draw = 0; draw < draws; draw++) {
    drawPresent(present, normal, start);
    drawCells(cells, normal, impacts);
    for (const tally of tallies) tally.count(start);
    if (draw % pauseEvery === 0) yield { count: draw, share: draw / draws };
  }
  return tallies.map((tally, i) => ({ draws, seed, ...sharesOf(study, chosen[i], tally, draws) }));
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

function sharesOf(
  study: Case,
  option: Option | undefined,
  { held, ended, unsettled }: Tally,
  draws: number,
): Omit<Outlook, "draws" | "seed"> {
  const share = (count: number): DrawnShare => {
    const value = count / draws;
    return { share: value, standardError: Math.sqrt((value * (1 - value)) / draws) };
  };
  const assumed = assumedOutcomes(study, option);
  return {
    option: option?.id,
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
