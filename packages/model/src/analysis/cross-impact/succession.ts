import { impactBalances } from "./balance.ts";
import { lexicographic } from "./consistent.ts";
import { checkChosen, checkConfiguration, checkForced, type Configuration, type CrossImpactSystem } from "./system.ts";

/** How factors move when all move at once. */
export interface SuccessionRule {
  /** Factors held in one state, whatever their balances say. */
  forced?: ReadonlyMap<number, number>;
  /** Factors that someone chooses: they stay as they start. */
  chosen?: ReadonlySet<number>;
  /** κ ≥ 0 (default 0): a factor leaves its state only for one whose balance is larger by more than this. */
  inertia?: number;
  /** Steps after which a path is given up with an error; default 1,000,000. */
  mostSteps?: number;
}

/** Where a configuration leads. */
export interface Succession {
  /** From the start, through every configuration passed, to the last new one. */
  path: readonly Configuration[];
  /** The configurations it ends in, in turn from the lexicographically first; one where it comes to rest. */
  end: readonly Configuration[];
  /** True where it comes to rest. */
  settles: boolean;
}

/** Steps a path may take before it is given up, unless told otherwise. */
export const mostStepsDefault = 1_000_000;

/**
 * The configuration that follows: every factor moves to its state of largest balance, staying where it is on a tie that
 * includes it, else to the lowest of those tied (the global rule of ScenarioWizard; Weimer-Jehle 2006). With inertia κ it
 * moves only for a gain above κ. Forced factors take their state. Throws RangeError for a configuration of another system.
 */
export function successor(
  system: CrossImpactSystem,
  configuration: Configuration,
  { forced, chosen, inertia = 0 }: SuccessionRule = {},
): number[] {
  const balances = impactBalances(system, configuration);
  return configuration.map((present, factor) => {
    const held = forced?.get(factor);
    if (held !== undefined) return held;
    if (chosen?.has(factor)) return present;
    const start = system.offsets[factor]!;
    let best = 0;
    for (let state = 1; state < system.sizes[factor]!; state++)
      if (balances[start + state]! > balances[start + best]!) best = state;
    return balances[start + best]! > balances[start + present]! + inertia ? best : present;
  });
}

/**
 * Follows a configuration to its fixed point or cycle, states counted from 0. Forced factors take their state at the first
 * step. Throws RangeError for a configuration, forced state or inertia that cannot be, and where no end shows within
 * `mostSteps` (default 1,000,000). Weimer-Jehle (2006).
 */
export function succession(system: CrossImpactSystem, from: Configuration, rule: SuccessionRule = {}): Succession {
  checkConfiguration(system, from);
  checkRule(system, rule);
  const path: Configuration[] = [from];
  const seen = new Map([[from.join(), 0]]);
  for (;;) {
    const next = successor(system, path.at(-1)!, rule);
    const key = next.join();
    const at = seen.get(key);
    if (at !== undefined) {
      const end = turnedToFirst(path.slice(at));
      return { path, end, settles: end.length === 1 };
    }
    seen.set(key, path.length);
    path.push(next);
    checkSteps(path.length, rule);
  }
}

/** Throws RangeError for a forced state or chosen factor that does not exist, or an inertia that is no number from 0 up. */
export function checkRule(system: CrossImpactSystem, rule: SuccessionRule): void {
  const { forced, chosen, inertia = 0, mostSteps } = rule;
  if (forced) checkForced(system, forced);
  if (chosen) checkChosen(system, chosen);
  if (!(inertia >= 0)) throw new RangeError(`inertia: expected a number from 0 up: ${String(inertia)}`);
  if (mostSteps !== undefined && !(mostSteps >= 1))
    throw new RangeError(`mostSteps: expected a number from 1 up: ${String(mostSteps)}`);
}

/** Throws RangeError where a path holds more configurations, and no end yet, than the rule allows steps. */
export function checkSteps(passed: number, { mostSteps = mostStepsDefault }: SuccessionRule): void {
  if (passed > mostSteps) throw new RangeError(`succession came to no end within ${mostSteps} steps`);
}

/** A cycle told from its lexicographically first configuration. */
export function turnedToFirst(cycle: readonly Configuration[]): Configuration[] {
  const first = cycle.reduce(
    (least, configuration, i) => (lexicographic(configuration, cycle[least]!) < 0 ? i : least),
    0,
  );
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
