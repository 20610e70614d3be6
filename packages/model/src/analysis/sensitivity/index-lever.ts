import type { Citation } from "../../citation.ts";
import type { Event, EventId } from "../../event.ts";
import type { FactorId } from "../../factor.ts";
import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { evidenceWeight } from "../evidence-weight.ts";
import { meanFading } from "../fading.ts";
import type { Shift } from "../shift.ts";
import type { Coding } from "./coding.ts";
import { gradeMoved } from "./grade-ladder.ts";

/** A coded value that bears on the index; a cell of the matrix bears on outcomes, a stance on a vote. */
export type IndexCoding = Exclude<Coding, { kind: "cell" | "stance" }>;

/** One effect as it bears on Σ w·x: it adds strength × attribution × report × steps. */
export interface Lever {
  shift: Shift;
  /** w·u·m: what one step with certain evidence adds on the day. */
  strength: number;
}

/** The effects that rest on the same citations, and so stand or fall together. */
export interface LeverGroup {
  event: Event;
  /** The factor of the one effect that has citations of its own. */
  effect: FactorId | undefined;
  citations: readonly Citation[];
  levers: readonly Lever[];
}

/** Σ w·x and Σ w, whose ratio is X, with every coded value that bears on them. */
export interface IndexLevers {
  sum: number;
  total: number;
  /** Factors with a weight, in the case's order. */
  factors: readonly { factor: FactorId; weight: number; x: number }[];
  groups: readonly LeverGroup[];
  /** The same by their event. */
  groupsOf: ReadonlyMap<EventId, readonly LeverGroup[]>;
}

/** What the index of a balance hangs on, in x. Undefined where the case has no index. METHODS §3, §9 (a). */
export function indexLevers(balance: Balance): IndexLevers | undefined {
  const { study, weights, levels, shifts, asOf } = balance;
  if (!weights) return undefined;
  const { step } = methodOf(study);
  const factors = weights.shares
    .map(({ factor, weight }, i) => ({ factor, weight, x: levels[i]!.x }))
    .filter(({ weight }) => weight > 0);
  const weightOf = new Map(factors.map(({ factor, weight }) => [factor, weight]));
  const shiftsOf = Map.groupBy(shifts, ({ event }) => event);
  const groups = study.events.flatMap((event): LeverGroup[] => {
    const levers = (shiftsOf.get(event.id) ?? []).flatMap((shift): Lever[] => {
      const left = meanFading(shift.start, shift.end, asOf, shift.halfLifeDays);
      const strength = (weightOf.get(shift.factor) ?? 0) * step * left;
      return strength > 0 ? [{ shift, strength }] : [];
    });
    const ownOf = ({ shift }: Lever) => event.effects.find(({ factor }) => factor === shift.factor)?.citations;
    const shared = levers.filter((lever) => !ownOf(lever));
    return [
      ...(shared.length > 0 ? [{ event, effect: undefined, citations: event.citations ?? [], levers: shared }] : []),
      ...levers.flatMap((lever) => {
        const citations = ownOf(lever);
        return citations ? [{ event, effect: lever.shift.factor, citations, levers: [lever] }] : [];
      }),
    ];
  });
  return {
    sum: factors.reduce((sum, { weight, x }) => sum + weight * x, 0),
    total: factors.reduce((sum, { weight }) => sum + weight, 0),
    factors,
    groups,
    groupsOf: Map.groupBy(groups, ({ event }) => event.id),
  };
}

/** The chance, 0 to 1, that a group's report is right with the citations given moved some places up their ladder. */
export function reportMoved(
  { citations }: LeverGroup,
  places: ReadonlyMap<number, number>,
  balance: Pick<Balance, "study">,
): number {
  const moved = citations.map((citation, i) => ({
    ...citation,
    grade: gradeMoved(citation.grade, places.get(i) ?? 0),
  }));
  return evidenceWeight(moved, methodOf(balance.study)) ?? 0;
}

/** Every coded value that bears on the index on the day. */
export function indexCodings({ factors, groups }: IndexLevers): IndexCoding[] {
  return [
    ...factors.flatMap(({ factor }): IndexCoding[] => [
      { kind: "baseline", factor },
      { kind: "weight", factor },
    ]),
    ...groups.flatMap(({ event, effect, citations, levers }): IndexCoding[] => [
      ...levers.map(({ shift }) => ({ kind: "shift" as const, event: event.id, factor: shift.factor })),
      ...citations.map((_, citation) => gradeCoding(event.id, effect, citation)),
    ]),
  ];
}

/**
 * The coding that is the grade of one citation, counted from 0: of an event, or of the one effect (by its factor) that
 * cites reports of its own. Whether the case has it is told by `notchRange`. METHODS §9 (a).
 */
export function gradeCoding(event: Event["id"], effect: FactorId | undefined, citation: number): IndexCoding {
  return effect === undefined ? { kind: "grade", event, citation } : { kind: "grade", event, effect, citation };
}
