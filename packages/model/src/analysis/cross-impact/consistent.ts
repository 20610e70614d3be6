import { searchOrder } from "./search-order.ts";
import { sortedTask } from "./sorted.ts";
import {
  checkChosen,
  checkForced,
  crossImpactSystem,
  mostStates,
  type Configuration,
  type CrossImpactSystem,
} from "./system.ts";
import { finish, type Task } from "../task.ts";

/** A configuration that holds together, with its total impact score: a whole number, the sum of its active balances. */
export interface ConsistentConfiguration {
  states: Configuration;
  score: number;
}

/** What a search found; complete unless it says which bound it hit. */
export interface ConsistentSearch {
  /** In lexicographic order of the states. */
  consistent: readonly ConsistentConfiguration[];
  /** Partial configurations looked at. */
  nodes: number;
  /** The bound that cut the search short, if one did: there may be more than was found. */
  cut?: "solutions" | "nodes";
}

export interface ConsistentOptions {
  /** Factors held in one state, whatever their balances say. */
  forced?: ReadonlyMap<number, number>;
  /** Factors that someone chooses: every state of theirs is tried, whatever its balance. */
  chosen?: ReadonlySet<number>;
  /** Largest inconsistency admitted, from 0 up: 0 for consistency proper, κ for the rest points of inertia κ. */
  slack?: number;
  /** Solutions after which the search stops, so that none fills the memory; default 1,000,000. */
  mostSolutions?: number;
  /** Partial configurations after which the search stops; default without end. */
  mostNodes?: number;
}

const pauseEvery = 16_384;

/** All consistent configurations in one go, as {@link consistentTask} finds them, with its errors: Weimer-Jehle (2006). */
export function consistentConfigurations(system: CrossImpactSystem, options: ConsistentOptions = {}): ConsistentSearch {
  return finish(consistentTask(system, options));
}

/**
 * All consistent configurations: those where no rival's balance is above the active state's (Weimer-Jehle 2006). Branch
 * and bound over the factors in a fixed order. At each step the balances are known up to what the factors still open can
 * add; `rest` holds the least by which they can widen each gap between a rival and an active state, which is admissible. A
 * gap above the slack ends the branch. Exact: nothing is sampled. Progress counts partial configurations. Throws
 * RangeError for a forced state or a chosen factor that does not exist and for a slack or bound that is no number from 0 up.
 */
export function* consistentTask(system: CrossImpactSystem, options: ConsistentOptions = {}): Task<ConsistentSearch> {
  const { forced = new Map<number, number>(), chosen: free = new Set<number>(), slack = 0 } = options;
  const { mostSolutions = 1_000_000, mostNodes = Infinity } = options;
  checkForced(system, forced);
  checkChosen(system, free);
  for (const [name, value] of Object.entries({ slack, mostSolutions, mostNodes }))
    if (!(value >= 0)) throw new RangeError(`${name}: expected a number from 0 up: ${String(value)}`);
  const order = searchOrder(system, forced);
  const { sizes, offsets, impacts } = reordered(system, order);
  const factors = sizes.length;
  const states = offsets.at(-1)!;
  const held = order.map((factor) => forced.get(factor));
  const judged = order.map((factor) => !forced.has(factor) && !free.has(factor));
  const first = held.map((state, depth) => offsets[depth]! + (state ?? 0));
  const last = held.map((state, depth) => (state === undefined ? offsets[depth + 1]! - 1 : first[depth]!));
  const rest = leastRest(sizes, offsets, impacts, first, last);
  const balances = Array.from({ length: factors + 1 }, () => new Float64Array(states));
  const chosen = Int32Array.from(first, (state) => state - 1);
  const found: ConsistentConfiguration[] = [];
  let nodes = 0;
  let cut: ConsistentSearch["cut"];

  /** Whether every factor fixed so far can still be at rest, whatever the open ones do. */
  const mayRest = (depth: number): boolean => {
    const balance = balances[depth + 1]!;
    const left = rest[depth + 1]!;
    for (let back = depth; back >= 0; back--) {
      if (!judged[back]) continue;
      const active = chosen[back]!;
      const most = balance[active]! + slack;
      const start = offsets[back]!;
      for (let rival = start; rival < offsets[back + 1]!; rival++)
        if (balance[rival]! + left[active * mostStates + rival - start]! > most) return false;
    }
    return true;
  };

  let depth = 0;
  while (depth >= 0 && cut === undefined) {
    const state = ++chosen[depth]!;
    if (state > last[depth]!) {
      chosen[depth] = first[depth]! - 1;
      depth--;
      continue;
    }
    if (nodes >= mostNodes) {
      cut = "nodes";
      break;
    }
    nodes++;
    if (nodes % pauseEvery === 0) yield { count: nodes, share: settledShare(chosen, first, last, depth) };
    const before = balances[depth]!;
    const balance = balances[depth + 1]!;
    const row = state * states;
    for (let column = 0; column < states; column++) balance[column] = before[column]! + impacts[row + column]!;
    if (!mayRest(depth)) continue;
    if (depth + 1 < factors) depth++;
    else if (found.length >= mostSolutions) cut = "solutions";
    else {
      // All is fixed here, so these are the balances of the configuration itself.
      const score = chosen.reduce((sum, active) => sum + balance[active]!, 0);
      found.push({ states: original(chosen, order, offsets), score });
    }
  }

  const done = { count: nodes, share: 1 };
  const consistent = yield* sortedTask(found, (a, b) => lexicographic(a.states, b.states), done);
  return cut ? { consistent, nodes, cut } : { consistent, nodes };
}

/** The part of the space that lies before the present partial configuration. */
function settledShare(chosen: Int32Array, first: readonly number[], last: readonly number[], depth: number): number {
  let part = 1;
  let share = 0;
  for (let level = 0; level <= depth; level++) {
    part /= last[level]! - first[level]! + 1;
    share += part * (chosen[level]! - first[level]!);
  }
  return share;
}

/** Orders configurations factor by factor. */
export function lexicographic(a: Configuration, b: Configuration): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/**
 * For each depth, the least by which the factors from there on can widen the gap from a state to each rival of its
 * factor: `rest[depth][state × 9 + rival within the factor]`.
 */
function leastRest(
  sizes: readonly number[],
  offsets: readonly number[],
  impacts: Float64Array,
  first: readonly number[],
  last: readonly number[],
): Float64Array[] {
  const states = offsets.at(-1)!;
  const rest = Array.from({ length: sizes.length + 1 }, () => new Float64Array(states * mostStates));
  for (let depth = sizes.length - 1; depth >= 0; depth--)
    sizes.forEach((size, factor) => {
      for (let active = offsets[factor]!; active < offsets[factor + 1]!; active++)
        for (let rival = 0; rival < size; rival++) {
          let least = Infinity;
          for (let state = first[depth]!; state <= last[depth]!; state++)
            least = Math.min(
              least,
              impacts[state * states + offsets[factor]! + rival]! - impacts[state * states + active]!,
            );
          const at = active * mostStates + rival;
          rest[depth]![at] = rest[depth + 1]![at]! + least;
        }
    });
  return rest;
}

function reordered(system: CrossImpactSystem, order: readonly number[]): CrossImpactSystem {
  const states = system.offsets.at(-1)!;
  const from = order.flatMap((factor) =>
    Array.from({ length: system.sizes[factor]! }, (_, state) => system.offsets[factor]! + state),
  );
  return crossImpactSystem(
    order.map((factor) => system.sizes[factor]!),
    from.map((row) => from.map((column) => system.impacts[row * states + column]!)),
  );
}

function original(chosen: Int32Array, order: readonly number[], offsets: readonly number[]): number[] {
  const configuration = Array.from<number>({ length: order.length });
  order.forEach((factor, depth) => (configuration[factor] = chosen[depth]! - offsets[depth]!));
  return configuration;
}
