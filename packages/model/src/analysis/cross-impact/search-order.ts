import type { CrossImpactSystem } from "./system.ts";

/**
 * The order in which a search fixes the factors: forced ones first, then always the one that is most tightly bound up with
 * those already fixed, for the number of states it opens. Only the speed of a search depends on it.
 */
export function searchOrder(system: CrossImpactSystem, forced: ReadonlyMap<number, number>): number[] {
  const { sizes } = system;
  const ties = influences(system);
  const bound = (a: number, b: number) => ties[a]![b]! + ties[b]![a]!;
  const order = [...forced.keys()];
  const left = new Set(sizes.keys());
  for (const factor of order) left.delete(factor);
  while (left.size > 0) {
    const others = order.length > 0 ? order : [...sizes.keys()];
    let best = -1;
    let most = -Infinity;
    for (const factor of left) {
      const tie = others.reduce((sum, other) => sum + bound(factor, other), 0) / Math.log(sizes[factor]!);
      if (tie > most) [best, most] = [factor, tie];
    }
    order.push(best);
    left.delete(best);
  }
  return order;
}

/** How much fixing one factor narrows, on average, what is unknown of another's gaps. */
function influences({ sizes, offsets, impacts }: CrossImpactSystem): number[][] {
  const states = offsets.at(-1)!;
  return sizes.map((size, from) =>
    sizes.map((targets, to) => {
      if (from === to) return 0;
      let sum = 0;
      for (let a = 0; a < targets; a++)
        for (let b = 0; b < targets; b++) {
          if (a === b) continue;
          const gaps = Array.from({ length: size }, (_, state) => {
            const row = (offsets[from]! + state) * states + offsets[to]!;
            return impacts[row + b]! - impacts[row + a]!;
          });
          sum += gaps.reduce((total, gap) => total + gap, 0) / size - Math.min(...gaps);
        }
      return sum / (targets * (targets - 1));
    }),
  );
}
