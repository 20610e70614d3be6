import type { Case } from "../../case.ts";
import type { FactorId, StateId } from "../../factor.ts";
import type { Option } from "../../option.ts";
import type { FactorState } from "../state.ts";
import { crossImpactSystem, MatrixError, type CrossImpactSystem } from "./system.ts";

/** The cross-impact system of a case, with what its factors and states are called there. */
export interface CaseSystem {
  system: CrossImpactSystem;
  /** In the case's order. */
  factors: readonly FactorId[];
  /** Of each factor, in the case's order. */
  states: readonly (readonly StateId[])[];
}

/** What scenarios are asked under: states that are given, and factors that someone chooses. */
export interface Given {
  forced: ReadonlyMap<number, number>;
  chosen: ReadonlySet<number>;
}

/**
 * The system of a case: its factors and states in the case's order, an impact that is not recorded 0. Throws MatrixError
 * for a case of no or more than 60 factors.
 */
export function systemOf({ factors, impacts }: Pick<Case, "factors" | "impacts">): CaseSystem {
  const states = factors.flatMap((factor) => factor.states.map((state) => keyOf(factor.id, state.id)));
  const place = new Map(states.map((key, i) => [key, i]));
  const matrix = states.map(() => states.map(() => 0));
  for (const { from, on, values } of impacts)
    for (const [state, value] of Object.entries(values))
      matrix[place.get(keyOf(from.factor, from.state))!]![place.get(keyOf(on, state))!] = value;
  return {
    system: crossImpactSystem(
      factors.map((factor) => factor.states.length),
      matrix,
    ),
    factors: factors.map(({ id }) => id),
    states: factors.map((factor) => factor.states.map(({ id }) => id)),
  };
}

/** Why a case has no cross-impact system, in words; undefined where it has one. */
export function systemProblem(study: Pick<Case, "factors" | "impacts">): string | undefined {
  try {
    systemOf(study);
    return undefined;
  } catch (error) {
    if (error instanceof MatrixError) return error.message;
    throw error;
  }
}

/** The present state of each factor, counted from 0; undefined where nothing says. METHODS §4. */
export function presentConfiguration(
  { factors }: Pick<Case, "factors">,
  states: readonly FactorState[],
): (number | undefined)[] {
  const stateOf = new Map(states.map(({ factor, state }) => [factor, state]));
  return factors.map((factor) => {
    const at = factor.states.findIndex(({ id }) => id === stateOf.get(factor.id));
    return at < 0 ? undefined : at;
  });
}

/**
 * What a case's scenarios are listed under: every choice of its decisions, and its outside factors in their present state,
 * or in every state where that is not known or `outside` is "any". METHODS §5.
 */
export function givenOf(
  { factors }: Pick<Case, "factors">,
  present: readonly (number | undefined)[],
  outside: "present" | "any" = "present",
): Given {
  const forced = new Map<number, number>();
  const chosen = new Set<number>();
  factors.forEach(({ kind }, factor) => {
    const state = present[factor];
    if (kind === "outside" && outside === "present" && state !== undefined) forced.set(factor, state);
    else if (kind !== "condition") chosen.add(factor);
  });
  return { forced, chosen };
}

/** The decision states that an option forces, by factor; it forces nothing else. METHODS §6. */
export function forcedBy({ factors }: Pick<Case, "factors">, { sets }: Pick<Option, "sets">): Map<number, number> {
  return new Map(
    factors.flatMap(({ id, states }, factor) => {
      const set = sets[id];
      return set === undefined ? [] : [[factor, states.findIndex((state) => state.id === set)] as const];
    }),
  );
}

/**
 * The decisions that stand while a case is followed, by factor: as an option sets them, else as they are at present. Who
 * decides is not moved by impacts. METHODS §5, §6.
 */
export function heldDecisions(
  study: Pick<Case, "factors">,
  present: readonly (number | undefined)[],
  option?: Pick<Option, "sets">,
): Map<number, number> {
  const held = new Map<number, number>();
  study.factors.forEach(({ kind }, factor) => {
    const state = present[factor];
    if (kind === "decision" && state !== undefined) held.set(factor, state);
  });
  return new Map([...held, ...(option ? forcedBy(study, option) : [])]);
}

function keyOf(factor: string, state: string): string {
  return `${factor} ${state}`;
}
