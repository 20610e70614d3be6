import { describe, expect, it } from "vitest";
import {
  basinsOf,
  consistentConfigurations,
  crossImpactSystem,
  impactBalances,
  MatrixError,
  succession,
} from "../../../src/analysis/cross-impact/index.ts";

const zeros = (states: number) => Array.from({ length: states }, () => Array.from({ length: states }, () => 0));
const sizesOf = (count: number, size: number) => Array.from({ length: count }, () => size);

function problemsOf(sizes: unknown, matrix: unknown): readonly string[] {
  try {
    crossImpactSystem(sizes as number[], matrix as number[][]);
  } catch (error) {
    if (error instanceof MatrixError) return error.problems;
    throw error;
  }
  return [];
}

describe("a cross-impact system", () => {
  it("may have 1 to 60 factors of 2 to 9 states, and blocks of a factor on itself", () => {
    expect(
      problemsOf(
        [2],
        [
          [3, -3],
          [0, 1],
        ],
      ),
    ).toEqual([]);
    expect(problemsOf(sizesOf(60, 9), zeros(540))).toEqual([]);
  });

  it.each([
    ["no factors", [], [], "sizes: expected the number of states of each factor"],
    ["sizes that are no list", "2,2", [], "sizes: expected the number of states of each factor"],
    ["61 factors", sizesOf(61, 2), zeros(122), "sizes: expected at most 60 factors: 61"],
    ["1 state", [2, 1], zeros(3), "sizes[1]: expected 2 to 9 states: 1"],
    ["10 states", [10], zeros(10), "sizes[0]: expected 2 to 9 states: 10"],
    ["half a state", [2.5], zeros(2), "sizes[0]: expected 2 to 9 states: 2.5"],
    [
      "a hole among the sizes",
      Object.assign([], { 0: 2, 2: 2 }),
      zeros(4),
      "sizes[1]: expected 2 to 9 states: undefined",
    ],
    ["no matrix", [2], undefined, "matrix: expected 2 rows, one a state: undefined"],
    ["a row too few", [2], [[0, 0]], "matrix: expected 2 rows, one a state: 1"],
    ["a row too short", [2], [[0, 0], [0]], "matrix[1]: expected 2 impacts: 1"],
    ["a row that is none", [2], [[0, 0], null], "matrix[1]: expected 2 impacts: object"],
    [
      "NaN",
      [2],
      [
        [0, NaN],
        [0, 0],
      ],
      "matrix[0][1]: expected a whole number: NaN",
    ],
    [
      "infinity",
      [2],
      [
        [0, 0],
        [Infinity, 0],
      ],
      "matrix[1][0]: expected a whole number: Infinity",
    ],
    [
      "half an impact",
      [2],
      [
        [0, 0.5],
        [0, 0],
      ],
      "matrix[0][1]: expected a whole number: 0.5",
    ],
    [
      "text",
      [2],
      [
        ["1", 0],
        [0, 0],
      ],
      "matrix[0][0]: expected a whole number: 1",
    ],
    ["a hole in a row", [2], [Object.assign([], { 1: 0 }), [0, 0]], "matrix[0][0]: expected a whole number: undefined"],
    [
      "2^53",
      [2],
      [
        [2 ** 53, 0],
        [0, 0],
      ],
      "matrix[0][0]: expected a whole number: 9007199254740992",
    ],
    [
      "sums beyond 2^53",
      [2, 2],
      zeros(4).map((row) => row.map(() => 2 ** 51)),
      "matrix: impacts so large that their sums pass 2^53 and are not exact",
    ],
  ])("refuses %s", (_, sizes, matrix, problem) => {
    expect(problemsOf(sizes, matrix)).toEqual([problem]);
  });

  it("names every problem at once, up to fifty", () => {
    expect(problemsOf([2], [[NaN, 0.5], [0]])).toHaveLength(3);
    const problems = problemsOf(
      [9],
      zeros(9).map((row) => row.map(() => NaN)),
    );
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe("and 31 more");
  });

  it("takes impacts as large as their sums stay exact", () => {
    const large = 2 ** 50 - 1;
    const system = crossImpactSystem(
      [2, 2],
      [
        [0, 0, large, 0],
        [0, 0, 0, 1],
        [large, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    );
    expect(consistentConfigurations(system).consistent).toEqual([
      { states: [0, 0], score: 2 * large },
      { states: [1, 1], score: 1 },
    ]);
    expect(basinsOf(system).basins.reduce((sum, { size }) => sum + size, 0)).toBe(4);
  });

  it("refuses configurations, held states and bounds that it does not have", () => {
    const system = crossImpactSystem([2, 3], zeros(5));
    for (const states of [[0], [0, 3], [0, -1], [0, 0.5], [0, 0, 0], [0, NaN]])
      expect(() => impactBalances(system, states)).toThrow(/expected a state of each of 2 factors/);
    expect(() => succession(system, [2, 0])).toThrow(RangeError);
    expect(() => succession(system, [0, 0], { inertia: NaN })).toThrow("inertia: expected a number from 0 up: NaN");
    expect(() => succession(system, [0, 0], { mostSteps: 0 })).toThrow("mostSteps: expected a number from 1 up: 0");
    for (const forced of [new Map([[2, 0]]), new Map([[1, 3]]), new Map([[0, -1]])]) {
      expect(() => consistentConfigurations(system, { forced })).toThrow(/no state -?\d of factor \d to hold/);
      expect(() => basinsOf(system, { forced })).toThrow(RangeError);
    }
    expect(() => consistentConfigurations(system, { chosen: new Set([2]) })).toThrow("no factor 2 to choose");
    expect(() => consistentConfigurations(system, { slack: -1 })).toThrow("slack: expected a number from 0 up: -1");
    expect(() => consistentConfigurations(system, { mostNodes: NaN })).toThrow(RangeError);
    expect(() => basinsOf(system, { inertia: -1 })).toThrow(RangeError);
    expect(() => basinsOf(system, { mostExact: 2 ** 32 })).toThrow(
      "mostExact: expected a whole number from 0 to 2147483648: 4294967296",
    );
    expect(() => basinsOf(system, { mostExact: 0, draws: 0 })).toThrow(RangeError);
  });
});
