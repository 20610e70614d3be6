import { describe, expect, it } from "vitest";
import {
  consistentConfigurations,
  consistentTask,
  crossImpactSystem,
  inconsistency,
  seeded,
  tensions,
  totalImpactScore,
  type ConsistentConfiguration,
  type ConsistentOptions,
  type CrossImpactSystem,
} from "../../../src/analysis/cross-impact/index.ts";
import { published, scenarioWizard, somewhereland, somewherelandFile, statesOf } from "./published.ts";
import { between, configurations, fifteenFactors, randomSystem } from "./random-system.ts";

function byEnumeration(system: CrossImpactSystem, options: ConsistentOptions): ConsistentConfiguration[] {
  const { forced, chosen, slack = 0 } = options;
  const found: ConsistentConfiguration[] = [];
  for (const states of configurations(system.sizes)) {
    if (states.some((state, factor) => forced?.has(factor) && forced.get(factor) !== state)) continue;
    if (!rests(system, states, options, slack)) continue;
    found.push({ states, score: totalImpactScore(system, states) });
  }
  return found;

  function rests({ sizes, offsets, impacts }: CrossImpactSystem, states: number[], _: object, most: number): boolean {
    const all = offsets.at(-1)!;
    return sizes.every((size, factor) => {
      if (forced?.has(factor) || chosen?.has(factor)) return true;
      const balance = (state: number) =>
        states.reduce((sum, from, i) => sum + impacts[(offsets[i]! + from) * all + offsets[factor]! + state]!, 0);
      const active = balance(states[factor]!);
      return Array.from({ length: size }, (_state, state) => balance(state)).every((rival) => rival - active <= most);
    });
  }
}

describe("consistent configurations", () => {
  it("are the ten published of Somewhereland, with their scores", () => {
    const { consistent, cut } = consistentConfigurations(somewhereland);
    const expected = somewherelandFile.publishedConsistentScenarios.map((scenario) => ({
      states: statesOf(scenario),
      score: somewherelandFile.computedTotalImpactScore[scenario.join(" ")]!,
    }));
    expect(cut).toBeUndefined();
    expect(consistent).toEqual(expected.toSorted((a, b) => (a.states.join() < b.states.join() ? -1 : 1)));
  });

  it.each(["CIB_global", "CIB_natl_regional"])(
    "are those that ScenarioWizard found in %s, with their scores",
    (file) => {
      const { system, solutions } = scenarioWizard(file);
      expect(consistentConfigurations(system).consistent).toEqual(
        solutions.map(({ states, score }) => ({ states, score })),
      );
    },
  );

  const { cases } = published("jucib_small") as {
    cases: Record<
      string,
      { sizes: number[]; matrix: number[][]; kernel: { scenario1based: number[]; totalImpactScore: number }[] }
    >;
  };
  it.each(Object.entries(cases))("are those that JuCIB found in its %s", (_, { sizes, matrix, kernel }) => {
    const { consistent } = consistentConfigurations(crossImpactSystem(sizes, matrix));
    const expected = kernel.map(({ scenario1based, totalImpactScore: score }) => ({
      states: scenario1based.map((state) => state - 1),
      score,
    }));
    expect(consistent).toEqual(expected.toSorted((a, b) => (a.states.join() < b.states.join() ? -1 : 1)));
  });

  it("are the same as by enumeration in 2,000 drawn systems, in lexicographic order", { timeout: 120_000 }, () => {
    const random = seeded(20_200_708);
    for (let i = 0; i < 2000; i++) {
      const system = randomSystem(random, i % 20 === 0 ? 100_000 : 10 ** between(random, 1, 3));
      const held = (chance: number) => [...system.sizes.keys()].filter(() => random() < chance);
      const options = {
        forced: new Map(
          held(i % 3 === 0 ? 0.3 : 0).map((factor) => [factor, between(random, 0, system.sizes[factor]! - 1)]),
        ),
        chosen: new Set(held(i % 5 === 0 ? 0.3 : 0)),
        slack: i % 4 === 0 ? between(random, 1, 3) : 0,
      };
      expect(consistentConfigurations(system, options).consistent).toEqual(byEnumeration(system, options));
    }
  });

  it("look at few partial configurations, so that a faster machine cannot hide a worse search", () => {
    expect(consistentConfigurations(somewhereland).nodes).toBeLessThan(126);
    expect(consistentConfigurations(fifteenFactors(1)).nodes).toBeLessThan(300_000);
    expect(consistentConfigurations(scenarioWizard("CIB_natl_regional").system).nodes).toBeLessThan(1_700);
  });

  it("say which bound cut the search, and only then", () => {
    const zeros = crossImpactSystem(
      [2, 2],
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    );
    expect(consistentConfigurations(zeros, { mostSolutions: 4 })).toMatchObject({ nodes: 6 });
    expect(consistentConfigurations(zeros, { mostSolutions: 4 }).cut).toBeUndefined();
    expect(consistentConfigurations(zeros, { mostSolutions: 3 })).toMatchObject({ cut: "solutions" });
    expect(consistentConfigurations(zeros, { mostSolutions: 3 }).consistent).toHaveLength(3);
    expect(consistentConfigurations(zeros, { mostNodes: 6 }).cut).toBeUndefined();
    expect(consistentConfigurations(zeros, { mostNodes: 5 })).toMatchObject({ cut: "nodes", nodes: 5 });
  });

  it("give way to other work while they are put in order", () => {
    const still = crossImpactSystem(
      Array.from({ length: 16 }, () => 2),
      Array.from({ length: 32 }, () => Array.from({ length: 32 }, () => 0)),
    );
    const task = consistentTask(still);
    let step = task.next();
    let sorting = 0;
    for (; !step.done; step = task.next()) if (step.value.share === 1) sorting++;
    expect(step.value.consistent).toHaveLength(2 ** 16);
    expect(sorting).toBeGreaterThan((5 * 2 ** 16) / 4096 - 1);
    const { consistent } = step.value;
    expect(consistent.map(({ states }) => states.join("")).every((key, i) => parseInt(key, 2) === i)).toBe(true);
  });

  it("of 60 factors are found where their impacts bind them", () => {
    const states = 180;
    const matrix = Array.from({ length: states }, (_, i) =>
      Array.from({ length: states }, (_impact, j) =>
        Math.floor(j / 3) === Math.floor(i / 3) + 1 && i % 3 === j % 3 ? 3 : 0,
      ),
    );
    const { consistent } = consistentConfigurations(
      crossImpactSystem(
        Array.from({ length: 60 }, () => 3),
        matrix,
      ),
    );
    expect(consistent).toEqual(
      [0, 1, 2].map((state) => ({ states: Array.from({ length: 60 }, () => state), score: 177 })),
    );
  });
});

describe("inconsistency", () => {
  const states = statesOf(somewherelandFile.publishedTestScenario.scenario);

  it("of the manual's test scenario is 14, in the distribution of wealth alone", () => {
    expect(inconsistency(somewhereland, states)).toBe(14);
    expect(tensions(somewhereland, states).filter(({ gap }) => gap > 0)).toEqual([{ factor: 3, rival: 1, gap: 14 }]);
  });

  it("is 0 for every consistent configuration and above the slack for every other", () => {
    const consistent = new Set(consistentConfigurations(somewhereland).consistent.map((found) => found.states.join()));
    for (const configuration of configurations(somewhereland.sizes))
      expect(inconsistency(somewhereland, configuration) === 0).toBe(consistent.has(configuration.join()));
  });
});
