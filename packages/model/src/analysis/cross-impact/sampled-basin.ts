import { seeded } from "../random.ts";
import type { Task } from "../task.ts";
import type { Basin } from "./basin.ts";
import type { SuccessionRule } from "./succession.ts";
import type { Configuration, CrossImpactSystem } from "./system.ts";
import { endOf, walkThrough } from "./walk.ts";

const pauseEvery = 64;

/** Basins by starts drawn evenly with a seed; a forced factor uses up its draw, so that others keep theirs. */
export function* sampledBasins(
  system: CrossImpactSystem,
  draws: number,
  seed: number,
  rule: SuccessionRule,
): Task<Basin[]> {
  const random = seeded(seed);
  const walk = walkThrough(system, rule);
  const found = new Map<string, { states: Configuration[]; size: number }>();
  for (let draw = 0; draw < draws; draw++) {
    const start = system.sizes.map((size, factor) => {
      const drawn = Math.floor(random() * size);
      return rule.forced?.get(factor) ?? drawn;
    });
    const states = endOf(walk, start);
    const key = states[0]!.join();
    const end = found.get(key);
    if (end) end.size++;
    else found.set(key, { states, size: 1 });
    if (draw % pauseEvery === 0) yield { count: draw, share: draw / draws };
  }
  return [...found.values()].map(({ states, size }) => {
    const share = size / draws;
    return { states, size, share, standardError: Math.sqrt((share * (1 - share)) / draws) };
  });
}
