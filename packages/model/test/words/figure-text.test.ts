import { describe, expect, it } from "vitest";
import { bandText, figureText } from "../../src/words/index.ts";

describe("figureText", () => {
  it.each([
    [-24.4, "points", "−24"],
    [24.5, "points", "+25"],
    [-0.4, "points", "0"],
    [-0.52, "level", "−52"],
    [-0.5731, "x", "−0.573"],
    [0, "x", "0.000"],
    [0.004, "share", "<1%"],
    [0.996, "share", ">99%"],
    [0, "share", "0%"],
    [1, "share", "100%"],
    [0.08, "share", "8%"],
    [0.8, "fraction", "0.80"],
    [-3, "steps", "−3"],
    [1234567, "count", "1,234,567"],
    [0.25, "number", "0.25"],
    [-0.2, "number", "−0.2"],
  ] as const)("writes %s as %s: %s", (value, form, text) => expect(figureText(value, form)).toBe(text));

  it("writes a band from low to high", () => {
    expect(bandText([-49.2, 5.1], "points")).toBe("−49 to +5");
  });
});
