import { describe, expect, it } from "vitest";
import { ChamberError, powerIndices, type VotingRule } from "../../../src/analysis/chamber/index.ts";

function problems(rules: readonly VotingRule[]): string[] {
  try {
    powerIndices(rules);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ChamberError);
    return (error as ChamberError).message.split("\n");
  }
}

describe("a chamber", () => {
  it.each<[what: string, rules: VotingRule[], problem: string]>([
    ["no rule", [], "at rules: expected at least one rule"],
    ["no voter", [{ quota: 1, weights: [] }], "at rules[0].weights: expected at least one voter"],
    [
      "a quota that everybody meets",
      [{ quota: 0, weights: [1, 2] }],
      "at rules[0].quota: expected at least 1, as everybody meets less: 0",
    ],
    [
      "a quota that nobody meets",
      [{ quota: 4, weights: [1, 2] }],
      "at rules[0].quota: expected at most 3, as nobody meets more: 4",
    ],
    [
      "only weights of 0",
      [{ quota: 1, weights: [0, 0] }],
      "at rules[0].quota: expected at most 0, as nobody meets more: 1",
    ],
    ["a quota that is no number", [{ quota: NaN, weights: [1] }], "at rules[0].quota: expected a whole number: NaN"],
    ["a quota and a half", [{ quota: 1.5, weights: [1, 2] }], "at rules[0].quota: expected a whole number: 1.5"],
    [
      "a negative weight",
      [{ quota: 1, weights: [3, -1] }],
      "at rules[0].weights[1]: expected a whole number from 0: -1",
    ],
    [
      "a weight that is no number",
      [{ quota: 1, weights: [NaN, 1] }],
      "at rules[0].weights[0]: expected a whole number from 0: NaN",
    ],
    ["half a vote", [{ quota: 1, weights: [0.5, 1] }], "at rules[0].weights[0]: expected a whole number from 0: 0.5"],
    [
      "rules of different lengths",
      [
        { quota: 1, weights: [1, 1] },
        { quota: 1, weights: [1, 1, 1] },
      ],
      "at rules[1].weights: expected 2 voters, as in the first rule: 3",
    ],
  ])("with %s is none", (_, rules, problem) => expect(problems(rules)).toEqual([problem]));

  it("says everything that is wrong with it at once", () => {
    expect(
      problems([
        { quota: -1, weights: [-1, 2] },
        { quota: 9, weights: [1, NaN, 1] },
      ]),
    ).toEqual([
      "at rules[0].weights[0]: expected a whole number from 0: -1",
      "at rules[0].quota: expected at least 1, as everybody meets less: -1",
      "at rules[1].weights[1]: expected a whole number from 0: NaN",
      "at rules[1].weights: expected 2 voters, as in the first rule: 3",
    ]);
  });

  it("too large to count says the bound, of cells or of additions", () => {
    expect(problems([{ quota: 10 ** 9, weights: Array.from({ length: 25 }, (_, i) => 10 ** 9 + i) }])[0]).toMatch(
      /^the weights span too many sums to count exactly: expected at most 33554432: \d+$/,
    );
    const weights = Array.from({ length: 1000 }, (_, i) => 30 + (i % 7));
    expect(problems([{ quota: 16_500, weights }])[0]).toMatch(/take too long to count: expected at most 4294967296/);
  });
});
