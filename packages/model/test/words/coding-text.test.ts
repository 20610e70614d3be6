import { describe, expect, it } from "vitest";
import { codingText, notchText } from "../../src/words/index.ts";
import type { Coding } from "../../src/analysis/sensitivity/index.ts";
import { small } from "../small-study.ts";

const said = (coding: unknown) => codingText(small, coding as Coding);

describe("a coding in words", () => {
  it("names the record, what was coded of it, and whose report is graded", () => {
    expect(said({ kind: "baseline", factor: "bridge" })).toBe("Bridge: baseline");
    expect(said({ kind: "weight", factor: "grain" })).toBe("Grain: weight");
    expect(said({ kind: "shift", event: "barn-fire", factor: "grain" })).toBe("A granary burns: shift of Grain");
    expect(said({ kind: "grade", event: "barn-fire", citation: 0 })).toBe(
      "A granary burns: grade of The Gazette, 10 March 2021",
    );
    expect(
      said({ kind: "cell", from: { factor: "bridge", state: "held" }, on: { factor: "grain", state: "ample" } }),
    ).toBe("Bridge in Held, on Grain: Ample");
  });

  it("falls back on ids where the case does not hold the record any more", () => {
    expect(said({ kind: "shift", event: "siege", factor: "moat" })).toBe("siege: shift of moat");
  });
});

describe("notches in words", () => {
  it("speak of steps, doublings, letters and points", () => {
    expect(notchText({ kind: "baseline" }, 7)).toBe("7 steps up");
    expect(notchText({ kind: "shift" }, -1)).toBe("1 step down");
    expect(notchText({ kind: "weight" }, 2)).toBe("doubled twice");
    expect(notchText({ kind: "weight" }, -1)).toBe("halved");
    expect(notchText({ kind: "grade" }, -2)).toBe("2 letters worse");
    expect(notchText({ kind: "cell" }, 1)).toBe("1 point up");
  });
});
