import type { Case } from "../../case.ts";
import type { Factor, FactorId, StateId } from "../../factor.ts";
import type { Option, OptionId } from "../../option.ts";
import type { OutcomeId } from "../../outcome.ts";
import type { Balance } from "../balance.ts";
import { heldDecisions, presentConfiguration, systemOf } from "../cross-impact/case-system.ts";
import { succession } from "../cross-impact/succession.ts";
import { methodOf } from "../default-method.ts";
import { stateEnds } from "../state-ends.ts";
import { outcomeTest } from "../outlook/outcome-test.ts";
import { settler } from "../outlook/settle.ts";
import { finish, type Task } from "../task.ts";
import { notchRange, type Cell, type NotchRange } from "./coding.ts";

/** Which outcomes hold where a case comes to rest; none where it turns in a cycle. */
export interface Ending {
  settles: boolean;
  outcomes: readonly OutcomeId[];
}

/** What it takes for one cell alone to change where the case ends. */
export interface CellFlip {
  cell: Cell;
  /** False for a cell that nobody coded, and that counts as 0. */
  coded: boolean;
  range: NotchRange;
  /** The fewest points, up positive, down negative. */
  notches: number;
  /** Those points as a share of the whole range, 0 to 1. */
  share: number;
  ending: Ending;
}

/** Another present state of one factor from which the case ends otherwise. */
export interface StateFlip {
  factor: FactorId;
  state: StateId;
  /** Steps of evidence from where the level is to the nearest cut of that state; undefined for a state without cuts. */
  steps: number | undefined;
  ending: Ending;
}

/** How many of all one-point changes change where the case ends. */
export interface Fragility {
  changes: number;
  moving: number;
}

/** What would change where one course of action leads: METHODS §9 (a). */
export interface OutcomeSensitivity {
  option: OptionId | undefined;
  ending: Ending;
  /** Coded cells before empty ones, each by the share of its range. */
  cells: readonly CellFlip[];
  fragility: { coded: Fragility; empty: Fragility };
  /** The nearest first; those without steps last. */
  states: readonly StateFlip[];
}

const pauseEvery = 32;

/** The sensitivity of where a case ends, in one go, as {@link outcomeSensitivityTask} finds it, with its errors. */
export function outcomeSensitivity(balance: Balance, id?: OptionId): OutcomeSensitivity | undefined {
  return finish(outcomeSensitivityTask(balance, id));
}

/**
 * What would change where a case leads from its most likely present, for one course of action or none. Cells are those
 * that are coded, and the empty ones onto conditions: nothing moves what lies outside, and decisions are chosen. Undefined
 * where some factor's present state is not known. Notches are whole points of a cell, steps those of evidence. Progress
 * counts cells. Throws RangeError for an option that the case does not have, MatrixError for more than 60 factors.
 * METHODS §9 (a).
 */
export function* outcomeSensitivityTask(balance: Balance, id?: OptionId): Task<OutcomeSensitivity | undefined> {
  const { study, states } = balance;
  const option = study.options.find((candidate) => candidate.id === id);
  if (id !== undefined && !option) throw new RangeError(`unknown option: ${id}`);
  const known = presentConfiguration(study, states);
  if (known.length === 0 || known.some((state) => state === undefined)) return undefined;
  const { system } = systemOf(study);
  const forced = heldDecisions(study, known, option);
  const present = (known as number[]).map((state, factor) => forced.get(factor) ?? state);
  const { inertia } = methodOf(study);
  const impacts = Float64Array.from(system.impacts);
  const settles = settler({ ...system, impacts }, forced, inertia);
  const tests = study.outcomes.map((outcome) => ({ id: outcome.id, holds: outcomeTest(study, outcome) }));
  const configuration = new Int32Array(present.length);
  const endingFrom = (start: readonly number[]): Ending => {
    configuration.set(start);
    return settles(configuration)
      ? { settles: true, outcomes: tests.flatMap(({ id: outcome, holds }) => (holds(configuration) ? [outcome] : [])) }
      : { settles: false, outcomes: [] };
  };
  const ending = endingFrom(present);
  const now = keyOf(ending);
  const differs = (other: Ending) => keyOf(other) !== now;

  // A row whose state is never taken on the way cannot bear on it.
  const passed = new Set(
    succession(system, present, { forced, inertia }).path.flatMap((one) =>
      one.map((state, factor) => system.offsets[factor]! + state),
    ),
  );
  const width = system.offsets.at(-1)!;
  const fragility = { coded: { changes: 0, moving: 0 }, empty: { changes: 0, moving: 0 } };
  const flips: CellFlip[] = [];
  const all = cellsOf(study);
  for (const [place, { cell, row, column, coded }] of all.entries()) {
    if (place % pauseEvery === 0) yield { count: place, share: place / all.length };
    const range = notchRange(study, { kind: "cell", ...cell });
    const counted = coded ? fragility.coded : fragility.empty;
    counted.changes += Number(range.up > 0) + Number(range.down > 0);
    if (!passed.has(row)) continue;
    const at = row * width + column;
    const value = impacts[at]!;
    let flip: CellFlip | undefined;
    for (let n = 1; n <= Math.max(range.down, range.up) && !flip; n++) {
      for (const notches of [n, -n]) {
        if (notches > range.up || notches < -range.down) continue;
        impacts[at] = value + notches;
        const other = endingFrom(present);
        if (!differs(other)) continue;
        if (n === 1) counted.moving++;
        flip ??= { cell, coded, range, notches, share: n / (range.down + range.up), ending: other };
      }
    }
    impacts[at] = value;
    if (flip) flips.push(flip);
  }
  return {
    option: option?.id,
    ending,
    cells: flips.toSorted((a, b) => Number(b.coded) - Number(a.coded) || a.share - b.share),
    fragility,
    states: stateFlips(balance, present, option?.sets ?? {}, (start) => {
      const other = endingFrom(start);
      return differs(other) ? other : undefined;
    }),
  };
}

function keyOf({ settles, outcomes }: Ending): string {
  return `${settles} ${outcomes.join()}`;
}

/** Every cell that somebody coded or could have: rows of other factors onto conditions. */
function cellsOf(study: Case): { cell: Cell; row: number; column: number; coded: boolean }[] {
  const places = study.factors.flatMap((factor) => factor.states.map((state) => ({ factor, state })));
  const coded = new Set(
    study.impacts.flatMap(({ from, on, values }) =>
      Object.keys(values).map((state) => `${from.factor} ${from.state} ${on} ${state}`),
    ),
  );
  return places.flatMap((from, row) =>
    places.flatMap((on, column) => {
      const isCoded = coded.has(`${from.factor.id} ${from.state.id} ${on.factor.id} ${on.state.id}`);
      if (!isCoded && (on.factor.kind !== "condition" || on.factor === from.factor)) return [];
      const cell = {
        from: { factor: from.factor.id, state: from.state.id },
        on: { factor: on.factor.id, state: on.state.id },
      };
      return [{ cell, row, column, coded: isCoded }];
    }),
  );
}

function stateFlips(
  { study, levels, states }: Balance,
  present: readonly number[],
  taken: Option["sets"],
  otherFrom: (start: readonly number[]) => Ending | undefined,
): StateFlip[] {
  const { step } = methodOf(study);
  const steps = ({ id, scale }: Factor, state: number) => {
    const level = levels.find(({ factor }) => factor === id);
    if (!level || !scale || states.find(({ factor }) => factor === id)!.declared) return undefined;
    const ends = stateEnds(scale.cuts);
    const [from, to] = [ends[state - 1] ?? -Infinity, ends[state]!];
    return from < to ? Math.max(0, from - level.x, level.x - to) / step : undefined;
  };
  const flips = study.factors.flatMap((factor, at) => {
    if (factor.id in taken) return [];
    return factor.states.flatMap((state, i): StateFlip[] => {
      if (i === present[at]) return [];
      const ending = otherFrom(present.with(at, i));
      if (!ending) return [];
      return [{ factor: factor.id, state: state.id, steps: steps(factor, i), ending }];
    });
  });
  return flips.toSorted((a, b) => (a.steps ?? Infinity) - (b.steps ?? Infinity));
}
