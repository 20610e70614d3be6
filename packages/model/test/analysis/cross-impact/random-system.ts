import {
  crossImpactSystem,
  seeded,
  type CrossImpactSystem,
  type Random,
} from "../../../src/analysis/cross-impact/index.ts";

/** A whole number drawn evenly from least to most. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/**
 * Drawn systems of at most so many configurations: 2 to 9 states, small impacts so that ties abound, many of them 0, and
 * blocks of a factor on itself.
 */
export function randomSystem(random: Random, mostConfigurations: number): CrossImpactSystem {
  const sizes: number[] = [];
  const factors = between(random, 1, 12);
  let configurations = 1;
  while (sizes.length < factors) {
    const size = random() < 0.2 ? between(random, 2, 9) : between(random, 2, 4);
    if (configurations * size > mostConfigurations) break;
    sizes.push(size);
    configurations *= size;
  }
  const states = sizes.reduce((sum, size) => sum + size, 0);
  const reach = between(random, 1, 5);
  const empty = random() * 0.8;
  const row = () => Array.from({ length: states }, () => (random() < empty ? 0 : between(random, -reach, reach)));
  return crossImpactSystem(sizes, Array.from({ length: states }, row));
}

/** The seeded benchmark system: five factors of 4 states and ten of 3, impacts −2 to 2, none of a factor on itself. */
export function fifteenFactors(seed: number): CrossImpactSystem {
  const sizes = [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
  const random = seeded(seed);
  const owner = sizes.flatMap((size, factor) => Array.from({ length: size }, () => factor));
  return crossImpactSystem(
    sizes,
    owner.map((from) =>
      owner.map((to) => {
        const impact = between(random, -2, 2);
        return from === to ? 0 : impact;
      }),
    ),
  );
}

/** Every configuration, in lexicographic order. */
export function* configurations(sizes: readonly number[]): Generator<number[]> {
  const states = sizes.map(() => 0);
  for (;;) {
    yield [...states];
    let factor = sizes.length - 1;
    while (factor >= 0 && ++states[factor]! === sizes[factor]!) states[factor--] = 0;
    if (factor < 0) return;
  }
}
