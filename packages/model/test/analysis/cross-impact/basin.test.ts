import { describe, expect, it } from "vitest";
import {
  basinsOf,
  basinTask,
  crossImpactSystem,
  seeded,
  succession,
  type Basin,
  type BasinOptions,
  type CrossImpactSystem,
} from "../../../src/analysis/cross-impact/index.ts";
import { scenarioWizard, somewhereland } from "./published.ts";
import { between, configurations, randomSystem } from "./random-system.ts";

const ofRest = ({ states }: Basin) => states.length === 1;

/** Where every start ends, one by one. */
function oneByOne(system: CrossImpactSystem, options: BasinOptions): [string, number][] {
  const sizes = new Map<string, number>();
  for (const states of configurations(system.sizes)) {
    if (states.some((state, factor) => options.forced?.has(factor) && options.forced.get(factor) !== state)) continue;
    const key = succession(system, states, options).end.join(" ");
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes].toSorted();
}

/** Binary factors that nothing moves: every configuration is at rest. */
const still = (factors: number) =>
  crossImpactSystem(
    Array.from({ length: factors }, () => 2),
    Array.from({ length: 2 * factors }, () => Array.from({ length: 2 * factors }, () => 0)),
  );

const told = (basins: readonly Basin[]) => basins.map(({ states, size }) => [states.join(" "), size]).toSorted();

describe("basins", () => {
  it("are listed up to a bound, and say where there are more", () => {
    const all = basinsOf(still(4));
    expect([all.basins.length, all.cut]).toEqual([16, undefined]);
    expect(basinsOf(still(4), { mostBasins: 16 })).toEqual(all);
    const some = basinsOf(still(4), { mostBasins: 15 });
    expect(some).toEqual({ ...all, basins: all.basins.slice(0, 15), cut: "basins" });
    const drawn = basinsOf(still(4), { mostExact: 0, draws: 1000, mostBasins: 3 });
    expect(drawn).toMatchObject({ cut: "basins", basins: { length: 3 }, starts: 1000 });
    expect(drawn.basins.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(0.5);
    for (const mostBasins of [0, NaN, 1.5])
      expect(() => basinsOf(still(4), { mostBasins })).toThrow("mostBasins: expected a whole number from 1");
  });

  it("of 24 factors that nothing moves, 16,777,216 ends, do not fill the memory", { timeout: 60_000 }, () => {
    const { basins, starts, exact, cut } = basinsOf(still(24));
    expect({ found: basins.length, starts, exact, cut }).toEqual({
      found: 100_000,
      starts: 2 ** 24,
      exact: true,
      cut: "basins",
    });
  });

  it("give way to other work while they are listed and put in order", () => {
    const shares: number[] = [];
    const task = basinTask(still(18), { mostBasins: 2 ** 17 });
    for (let step = task.next(); !step.done; step = task.next()) shares.push(step.value.share);
    // In steps of at most 65,536 entries: twice over the table, three times over the images, and once each 4,096 basins.
    expect(shares.filter((share) => share >= 0.69 && share < 0.95).length).toBeGreaterThanOrEqual(8);
    expect(shares.filter((share) => share >= 0.95).length).toBeGreaterThan(2 * (2 ** 17 / 4096));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("refuse a seed that is no whole number from 0 to 2^32 − 1", () => {
    for (const seed of [-1, 0.5, 2 ** 32, NaN])
      expect(() => basinsOf(somewhereland, { mostExact: 0, seed })).toThrow(
        `seed: expected a whole number from 0 to 4294967295: ${seed}`,
      );
  });

  it("of CIB_global are the weights ScenarioWizard gave, and the other 17 starts cycle", () => {
    const { system, solutions } = scenarioWizard("CIB_global");
    const { basins, starts, exact } = basinsOf(system);
    expect({ starts, exact }).toEqual({ starts: 36, exact: true });
    expect(basins.filter(ofRest).map(({ states, size }) => ({ states: states[0], weight: size }))).toEqual(
      solutions.map(({ states, weight }) => ({ states, weight })),
    );
    const cycling = basins.filter((basin) => !ofRest(basin));
    expect(cycling.reduce((sum, { size }) => sum + size, 0)).toBe(17);
    for (const { states } of cycling) expect(states.map(String).toSorted()[0]).toBe(String(states[0]));
  });

  it(
    "of CIB_natl_regional are all counted, and lie within the sampling error of ScenarioWizard's 100,000 starts",
    {
      timeout: 300_000,
    },
    () => {
      const { system, solutions } = scenarioWizard("CIB_natl_regional");
      const { basins, starts } = basinsOf(system);
      expect(starts).toBe(system.sizes.reduce((product, size) => product * size, 1));
      expect(basins.reduce((sum, { size }) => sum + size, 0)).toBe(starts);
      expect(basins.every(ofRest)).toBe(true);
      const drawn = solutions.reduce((sum, { weight }) => sum + weight, 0);
      expect(basins.map(({ states }) => states[0])).toEqual(solutions.map(({ states }) => states));
      basins.forEach(({ share }, i) => {
        const error = Math.sqrt((share * (1 - share)) / drawn);
        expect(Math.abs(solutions[i]!.weight / drawn - share)).toBeLessThan(4 * error + 1 / drawn);
      });
    },
  );

  it(
    "are the same as by following every start of 400 drawn systems, with inertia, forced and chosen factors",
    {
      timeout: 120_000,
    },
    () => {
      const random = seeded(11);
      for (let i = 0; i < 400; i++) {
        const system = randomSystem(random, 10 ** between(random, 1, 3) * 2);
        const held = (chance: number) => [...system.sizes.keys()].filter(() => random() < chance);
        const options = {
          inertia: [0, 0, 1, 1.5, 3, Infinity][i % 6]!,
          forced: new Map(held(i % 4 === 0 ? 0.3 : 0).map((f) => [f, between(random, 0, system.sizes[f]! - 1)])),
          chosen: new Set(held(i % 5 === 0 ? 0.3 : 0)),
        };
        const { basins, starts } = basinsOf(system, options);
        expect(told(basins)).toEqual(oneByOne(system, options));
        expect(basins.reduce((sum, { size }) => sum + size, 0)).toBe(starts);
      }
    },
  );

  it("stay exact where impacts are too large for 32-bit sums", () => {
    const random = seeded(5);
    for (let i = 0; i < 20; i++) {
      const { sizes, impacts } = randomSystem(random, 200);
      const states = Math.sqrt(impacts.length);
      const times = (scale: number) =>
        crossImpactSystem(
          sizes,
          Array.from({ length: states }, (_, row) =>
            Array.from({ length: states }, (_impact, column) => impacts[row * states + column]! * scale),
          ),
        );
      expect(basinsOf(times(2 ** 40)).basins).toEqual(basinsOf(times(1)).basins);
      expect(basinsOf(times(100_000)).basins).toEqual(basinsOf(times(1)).basins);
    }
  });

  it("are drawn beyond the bound, the same for the same seed, each true share within its error", () => {
    const exact = basinsOf(somewhereland);
    const sample = basinsOf(somewhereland, { mostExact: 485, draws: 20_000, seed: 7 });
    expect(sample).toMatchObject({ exact: false, starts: 20_000 });
    expect(basinsOf(somewhereland, { mostExact: 485, draws: 20_000, seed: 7 })).toEqual(sample);
    expect(basinsOf(somewhereland, { mostExact: 485, draws: 20_000, seed: 8 })).not.toEqual(sample);
    expect(sample.basins.map(({ states }) => states)).toEqual(exact.basins.map(({ states }) => states));
    expect(sample.basins.reduce((sum, { size }) => sum + size, 0)).toBe(20_000);
    sample.basins.forEach(({ share, standardError }, i) => {
      expect(standardError).toBeGreaterThan(0);
      expect(Math.abs(share - exact.basins[i]!.share)).toBeLessThan(4 * standardError);
    });
  });

  it("that are drawn end where the same starts end one by one, with inertia, forced and chosen factors", () => {
    const random = seeded(13);
    for (let i = 0; i < 200; i++) {
      const system = randomSystem(random, 300);
      const held = (chance: number) => [...system.sizes.keys()].filter(() => random() < chance);
      const options = {
        inertia: [0, 0, 1, 2.5][i % 4]!,
        forced: new Map(held(i % 4 === 0 ? 0.3 : 0).map((f) => [f, between(random, 0, system.sizes[f]! - 1)])),
        chosen: new Set(held(i % 5 === 0 ? 0.3 : 0)),
      };
      const { basins } = basinsOf(system, { ...options, mostExact: 0, draws: 200, seed: i });
      const draw = seeded(i);
      const sizes = new Map<string, number>();
      for (let start = 0; start < 200; start++) {
        const drawn = system.sizes.map((size) => Math.floor(draw() * size));
        const key = succession(
          system,
          drawn.map((state, factor) => options.forced.get(factor) ?? state),
          options,
        ).end.join(" ");
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
      }
      expect(told(basins)).toEqual([...sizes].toSorted());
    }
  });

  it("of 60 factors are drawn, with forced factors held", () => {
    const states = 120;
    const matrix = Array.from({ length: states }, (_, i) =>
      Array.from({ length: states }, (_impact, j) => (i % 2 === j % 2 && i < 2 ? 1 : 0)),
    );
    const system = crossImpactSystem(
      Array.from({ length: 60 }, () => 2),
      matrix,
    );
    const { basins, exact } = basinsOf(system, { draws: 500, forced: new Map([[0, 1]]) });
    expect(exact).toBe(false);
    expect(basins.map(({ states: end, share }) => ({ end, share }))).toEqual([
      { end: [Array.from({ length: 60 }, () => 1)], share: 1 },
    ]);
  });
});
