import { seeded } from "../random.ts";
import type { Task } from "../task.ts";
import type { Basin, FoundBasins } from "./basin.ts";
import { lexicographic } from "./consistent.ts";
import { sortedTask } from "./sorted.ts";
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
  mostBasins: number,
): Task<FoundBasins> {
  const random = seeded(seed);
  const walk = walkThrough(system, rule);
  const found = new Map<string, { states: Configuration[]; size: number }>();
  let cut = false;
  for (let draw = 0; draw < draws; draw++) {
    const start = system.sizes.map((size, factor) => {
      const drawn = Math.floor(random() * size);
      return rule.forced?.get(factor) ?? drawn;
    });
    const states = endOf(walk, start);
    const key = states[0]!.join();
    const end = found.get(key);
    if (end) end.size++;
    else if (found.size < mostBasins) found.set(key, { states, size: 1 });
    else cut = true;
    if (draw % pauseEvery === 0) yield { count: draw, share: draw / draws };
  }
  const done = { count: draws, share: 1 };
  const ends = yield* sortedTask([...found.values()], (a, b) => lexicographic(a.states[0]!, b.states[0]!), done);
  const basins = ends.map(({ states, size }): Basin => {
    const share = size / draws;
    return { states, size, share, standardError: Math.sqrt((share * (1 - share)) / draws) };
  });
  return { basins, cut };
}
