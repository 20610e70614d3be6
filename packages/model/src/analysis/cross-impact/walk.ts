import { mostStepsDefault, turnedToFirst, type SuccessionRule } from "./succession.ts";
import type { Configuration, CrossImpactSystem } from "./system.ts";

/** A configuration on its way by succession; its balances change only by the factors that move. */
export interface Walk {
  system: CrossImpactSystem;
  rule: SuccessionRule;
  /** Impacts other than 0: of each state where its own begin, then which state they bear on and by how much. */
  begins: Int32Array;
  on: Int32Array;
  by: Float64Array;
  balances: Float64Array;
  states: Int32Array;
  next: Int32Array;
}

/** A walk through a system, not yet begun. */
export function walkThrough(system: CrossImpactSystem, rule: SuccessionRule): Walk {
  const states = system.offsets.at(-1)!;
  const begins = new Int32Array(states + 1);
  const found: number[] = [];
  system.impacts.forEach((impact, at) => {
    if (impact !== 0) found.push(at);
    begins[Math.floor(at / states) + 1] = found.length;
  });
  return {
    system,
    rule,
    begins,
    on: Int32Array.from(found, (at) => at % states),
    by: Float64Array.from(found, (at) => system.impacts[at]!),
    balances: new Float64Array(states),
    states: new Int32Array(system.sizes.length),
    next: new Int32Array(system.sizes.length),
  };
}

/**
 * Walks from a configuration to where it ends: one at rest, or a cycle from its lexicographically first. Looks back at one
 * configuration only, renewed at each power of two steps (Brent 1980). Throws RangeError where no end shows.
 */
export function endOf(walk: Walk, start: Configuration): Configuration[] {
  const { states, balances, system, rule } = walk;
  states.set(start);
  balances.fill(0);
  for (let factor = 0; factor < states.length; factor++) add(walk, system.offsets[factor]! + states[factor]!, 1);
  const behind = Int32Array.from(states);
  const most = 3 * (rule.mostSteps ?? mostStepsDefault);
  let since = 0;
  let until = 1;
  for (let steps = 0; steps <= most; steps++) {
    if (!advance(walk)) return [[...states]];
    since++;
    if (same(states, behind)) return turnedToFirst(cycleOf(walk, since));
    if (since === until) {
      behind.set(states);
      since = 0;
      until *= 2;
    }
  }
  throw new RangeError(`succession came to no end within ${most} steps`);
}

function cycleOf(walk: Walk, length: number): Configuration[] {
  return Array.from({ length }, () => {
    const member = [...walk.states];
    advance(walk);
    return member;
  });
}

/** Goes on to the successor; false where nothing moves. */
function advance(walk: Walk): boolean {
  const { system, rule, balances, states, next } = walk;
  const { sizes, offsets } = system;
  const { forced, chosen, inertia = 0 } = rule;
  let moves = false;
  for (let factor = 0; factor < sizes.length; factor++) {
    const start = offsets[factor]!;
    const present = states[factor]!;
    let best = 0;
    for (let state = 1; state < sizes[factor]!; state++)
      if (balances[start + state]! > balances[start + best]!) best = state;
    const leaves = balances[start + best]! > balances[start + present]! + inertia;
    next[factor] = leaves && !forced?.has(factor) && !chosen?.has(factor) ? best : present;
    moves ||= next[factor] !== present;
  }
  if (!moves) return false;
  for (let factor = 0; factor < sizes.length; factor++) {
    if (next[factor] === states[factor]) continue;
    add(walk, offsets[factor]! + states[factor]!, -1);
    add(walk, offsets[factor]! + next[factor]!, 1);
    states[factor] = next[factor]!;
  }
  return true;
}

function add({ begins, on, by, balances }: Walk, state: number, sign: 1 | -1): void {
  for (let at = begins[state]!; at < begins[state + 1]!; at++) balances[on[at]!]! += sign * by[at]!;
}

function same(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
