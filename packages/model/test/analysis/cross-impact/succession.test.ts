import { describe, expect, it } from "vitest";
import {
  consistentConfigurations,
  crossImpactSystem,
  inconsistency,
  seeded,
  succession,
  successor,
} from "../../../src/analysis/cross-impact/index.ts";
import { somewhereland } from "./published.ts";
import { configurations, randomSystem } from "./random-system.ts";

/** Two factors that chase each other: the second follows the first, the first flees the second. */
const chase = crossImpactSystem(
  [2, 2],
  [
    [0, 0, 2, 0],
    [0, 0, 0, 2],
    [0, 1, 0, 0],
    [1, 0, 0, 0],
  ],
);

describe("succession", () => {
  it("goes round a cycle, told from its lexicographically first configuration", () => {
    expect(succession(chase, [1, 0])).toEqual({
      path: [
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
      end: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      settles: false,
    });
  });

  it("comes to rest where inertia outweighs every gain", () => {
    expect(succession(chase, [0, 0], { inertia: 0.5 }).settles).toBe(false);
    expect(succession(chase, [0, 0], { inertia: 1 })).toEqual({ path: [[0, 0]], end: [[0, 0]], settles: true });
    expect(succession(chase, [1, 0], { inertia: 1 }).path).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  it("stays on a tie that includes the present state, else takes the lowest of those tied", () => {
    const tie = crossImpactSystem(
      [4],
      [
        [0, 2, 1, 2],
        [2, 2, 0, 0],
        [0, 0, 2, 2],
        [1, 0, 0, 1],
      ],
    );
    expect([0, 1, 2, 3].map((state) => successor(tie, [state])[0])).toEqual([1, 1, 2, 3]);
  });

  it("holds forced factors from the first step and leaves chosen ones as they start", () => {
    expect(succession(chase, [0, 0], { forced: new Map([[0, 1]]) }).path).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(succession(chase, [0, 1], { chosen: new Set([0]) }).end).toEqual([[0, 0]]);
  });

  it("rests exactly at the configurations of inconsistency up to κ", () => {
    const random = seeded(3);
    for (let i = 0; i < 100; i++) {
      const system = randomSystem(random, 300);
      const inertia = i % 3;
      const rest = [...configurations(system.sizes)].filter(
        (states) => successor(system, states, { inertia }).join() === states.join(),
      );
      expect(rest).toEqual(consistentConfigurations(system, { slack: inertia }).consistent.map(({ states }) => states));
      expect(rest.every((states) => inconsistency(system, states) <= inertia)).toBe(true);
    }
  });

  it("says that it found no end rather than give a wrong one", () => {
    expect(() => succession(chase, [0, 0], { mostSteps: 3 })).toThrow("succession came to no end within 3 steps");
    expect(succession(chase, [0, 0], { mostSteps: 4 }).end).toHaveLength(4);
  });

  it("ends in a consistent configuration of Somewhereland wherever it settles", () => {
    const consistent = new Set(consistentConfigurations(somewhereland).consistent.map(({ states }) => states.join()));
    for (const start of configurations(somewhereland.sizes)) {
      const { settles, end } = succession(somewhereland, start);
      if (settles) expect(consistent).toContain(end[0]!.join());
    }
  });
});
