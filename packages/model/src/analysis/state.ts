import type { Case } from "../case.ts";
import type { Day } from "../day.ts";
import { spanOf } from "../edtf.ts";
import type { Factor, FactorId, StateId } from "../factor.ts";
import type { Level, ScaledFactor } from "./level.ts";
import { normalShareBelow } from "./normal.ts";
import { stateEnds } from "./state-ends.ts";

/** Which state a factor is in on a day, and how likely each is. */
export interface FactorState {
  factor: FactorId;
  /** The most likely state; undefined where nothing says. */
  state: StateId | undefined;
  /** Share of each state, in the factor's order; they sum to 1. Empty where nothing says. */
  shares: readonly { state: StateId; share: number }[];
  /** True where an event or the opening states it, so that it is not worked out from a level. */
  declared: boolean;
}

/** The state every factor of the case is in on a day, scaled or not. */
export function factorStates(study: Case, levels: readonly Level[], day: Day): FactorState[] {
  const levelOf = new Map(levels.map((level) => [level.factor, level]));
  return study.factors.map((factor) => {
    const said = declaredState(study, factor, day);
    const level = levelOf.get(factor.id);
    return level ? scaledState(factor as ScaledFactor, level, said) : declaredAlone(factor, said ?? factor.opening);
  });
}

/**
 * Share of each state of a factor with a level: Φ((b−x)/σ) − Φ((a−x)/σ) between its cuts. A state beyond a declared cut
 * is a public fact: certain once an event has entered it and until one leaves it, else impossible. METHODS §4.
 */
export function scaledState({ id, states, scale }: ScaledFactor, { x, sd }: Level, said?: StateId): FactorState {
  const ends = stateEnds(scale.cuts);
  const saidAt = states.findIndex((state) => state.id === said);
  // No level lies in a state beyond a declared cut.
  const declared = saidAt >= 0 && (ends[saidAt - 1] ?? -Infinity) === ends[saidAt];
  let last = 0;
  const shares = states.map((state, i) => {
    const upTo = sd === 0 ? Number(ends[i]! > x) : normalShareBelow((ends[i]! - x) / sd);
    const share = declared ? Number(i === saidAt) : upTo - last;
    last = upTo;
    return { state: state.id, share };
  });
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return { factor: id, state: most.state, declared, shares };
}

/** The state the latest event up to a day put a factor in, if any did. */
function declaredState(study: Pick<Case, "events">, factor: Factor, day: Day): StateId | undefined {
  let latest = -Infinity;
  let state: StateId | undefined;
  for (const event of study.events) {
    const set = event.expected ? undefined : event.sets?.find((candidate) => candidate.factor === factor.id);
    if (!set) continue;
    const when = spanOf(event.when);
    const start = when.start ?? when.end!;
    if (start <= day && start >= latest) [latest, state] = [start, set.state];
  }
  return state;
}

function declaredAlone({ id, states }: Factor, said: StateId | undefined): FactorState {
  const shares = said === undefined ? [] : states.map(({ id: state }) => ({ state, share: state === said ? 1 : 0 }));
  return { factor: id, state: said, declared: said !== undefined, shares };
}
