import type { CrossImpactSystem } from "../cross-impact/system.ts";

/** Most paths rest within these; only longer ones keep a list of where they have been. */
const quickSteps = 16;

/**
 * A function that follows succession in place to where it rests, by the rule of `succession`, over impacts that need not
 * be whole and may change between calls. It answers false where it comes back to a configuration it has left: a cycle.
 */
export function settler(
  { sizes, offsets, impacts }: CrossImpactSystem,
  forced: ReadonlyMap<number, number>,
  inertia: number,
): (configuration: Int32Array) => boolean {
  const factors = sizes.length;
  const states = offsets[factors]!;
  const starts = Int32Array.from(offsets);
  const held = Uint8Array.from(sizes, (_, factor) => Number(forced.has(factor)));
  const balances = new Float64Array(states);
  const next = new Int32Array(factors);

  const step = (configuration: Int32Array): boolean => {
    balances.fill(0);
    for (let factor = 0; factor < factors; factor++) {
      const row = (starts[factor]! + configuration[factor]!) * states;
      for (let column = 0; column < states; column++) balances[column]! += impacts[row + column]!;
    }
    let moved = false;
    for (let factor = 0; factor < factors; factor++) {
      const start = starts[factor]!;
      const end = starts[factor + 1]!;
      const present = start + configuration[factor]!;
      let best = start;
      for (let state = start + 1; state < end; state++) if (balances[state]! > balances[best]!) best = state;
      const moves = held[factor] === 0 && balances[best]! > balances[present]! + inertia;
      next[factor] = (moves ? best : present) - start;
      moved ||= moves;
    }
    configuration.set(next);
    return moved;
  };

  return (configuration) => {
    for (let quick = 0; quick < quickSteps; quick++) if (!step(configuration)) return true;
    const seen = new Set([configuration.join()]);
    while (step(configuration)) {
      const key = configuration.join();
      if (seen.has(key)) return false;
      seen.add(key);
    }
    return true;
  };
}
