import { describe, expect, it } from "vitest";
import { Likelihood } from "../../src/index.ts";
import { likelihoodRange, likelihoodWord } from "../../src/words/index.ts";

describe("likelihoodRange", () => {
  it("covers 1 to 99 without a gap, in the order of the words", () => {
    const ranges = Likelihood.options.map(likelihoodRange);
    expect(ranges[0]![0]).toBe(1);
    expect(ranges.at(-1)![1]).toBe(99);
    ranges.slice(1).forEach(([from], i) => expect(from).toBe(ranges[i]![1]));
  });
});

describe("likelihoodWord", () => {
  it.each([
    [0.01, "almost no chance"],
    [0.05, "very unlikely"],
    [0.5, "roughly even chance"],
    [0.55, "likely"],
    [0.8, "very likely"],
    [0.99, "almost certain"],
  ])("gives an end point to the upper band: %s is %s", (share, word) => expect(likelihoodWord(share)).toBe(word));
  it.each([0, 0.009, 0.995, 1, NaN])("has no word for %s", (share) => expect(likelihoodWord(share)).toBeUndefined());
});
