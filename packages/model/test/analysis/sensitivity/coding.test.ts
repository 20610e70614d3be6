import { describe, expect, it } from "vitest";
import type { FactorId, StateId } from "../../../src/index.ts";
import {
  cellValue,
  gradeMoved,
  gradeRange,
  notchRange,
  recoded,
  type Coding,
} from "../../../src/analysis/sensitivity/index.ts";
import { small, smallData, smallWith, study } from "../../small-study.ts";

const bridge = "bridge" as FactorId;
const sortie = { kind: "shift", event: "sortie", factor: "bridge" } as Coding;

describe("a grade's ladder", () => {
  it("moves both letters a place, each to its end at most", () => {
    expect(gradeMoved("B2", 1)).toBe("A1");
    expect(gradeMoved("B4", 2)).toBe("A2");
    expect(gradeMoved("B2", -3)).toBe("E5");
    expect(gradeMoved("C3", 0)).toBe("C3");
  });

  it('holds "cannot be judged" between the third place and the fourth', () => {
    expect(gradeMoved("F6", 1)).toBe("C3");
    expect(gradeMoved("F6", -1)).toBe("D4");
    expect(gradeMoved("F6", 0)).toBe("F6");
    expect(gradeRange("F6")).toEqual({ down: 2, up: 3 });
  });

  it("has as many places as its farther letter", () => {
    expect(gradeRange("A1")).toEqual({ down: 4, up: 0 });
    expect(gradeRange("A5")).toEqual({ down: 4, up: 4 });
  });
});

describe("a coding", () => {
  it("can be moved to the ends of its scale", () => {
    expect(notchRange(small, { kind: "baseline", factor: bridge })).toEqual({ down: 12, up: 11 });
    expect(notchRange(small, { kind: "weight", factor: bridge })).toEqual({ down: 2, up: 2 });
    expect(notchRange(small, sortie)).toEqual({ down: 5, up: 1 });
    expect(notchRange(small, { kind: "grade", event: "sortie", citation: 0 } as Coding)).toEqual({ down: 3, up: 1 });
  });

  it("has no room where its weight is 0, and no more than the largest weight allows", () => {
    const weighing = (weight: number) => {
      const [first, second] = smallData.factors;
      return study(smallWith({ factors: [{ ...first, scale: { ...first!.scale, weight } }, second] }));
    };
    expect(notchRange(weighing(0), { kind: "weight", factor: bridge })).toEqual({ down: 0, up: 0 });
    expect(notchRange(weighing(60), { kind: "weight", factor: bridge })).toEqual({ down: 2, up: 0 });
  });

  it("changes that value and nothing else", () => {
    const moved = recoded(small, { kind: "baseline", factor: bridge }, -2);
    expect(moved.factors[0]!.scale!.baseline).toBeCloseTo(0.1 - 2 * 0.25, 12);
    expect({ ...moved, factors: small.factors }).toEqual(small);
    expect(recoded(small, { kind: "weight", factor: bridge }, 2).factors[0]!.scale!.weight).toBe(12);
    expect(recoded(small, sortie, -3).events[0]!.effects[0]!.shift).toBe(-1);
    expect(
      recoded(small, { kind: "grade", event: "sortie", citation: 0 } as Coding, -1).events[0]!.citations![0]!.grade,
    ).toBe("C3");
    expect(recoded(small, sortie, 0)).toEqual(small);
  });

  it("of a cell adds to the row it stands in, or makes one", () => {
    const cell = {
      from: { factor: bridge, state: "held" as StateId },
      on: { factor: "grain" as FactorId, state: "ample" as StateId },
    };
    expect(notchRange(small, { kind: "cell", ...cell })).toEqual({ down: 3, up: 3 });
    const once = recoded(small, { kind: "cell", ...cell }, 2);
    expect(cellValue(once, cell)).toBe(2);
    const twice = recoded(once, { kind: "cell", ...cell }, -3);
    expect(cellValue(twice, cell)).toBe(-1);
    expect(twice.impacts).toHaveLength(1);
  });

  it("takes no more notches than there is room for, and knows its case", () => {
    expect(() => recoded(small, sortie, 2)).toThrow("expected a whole number of notches from -5 to 1: 2");
    expect(() => recoded(small, sortie, 0.5)).toThrow(RangeError);
    expect(() => recoded(small, sortie, NaN)).toThrow(RangeError);
    expect(() => notchRange(small, { kind: "baseline", factor: "moat" as FactorId })).toThrow(
      "no factor with a scale: moat",
    );
    expect(() => notchRange(small, { ...sortie, event: "siege" } as Coding)).toThrow("no such event: siege");
    expect(() => notchRange(small, { ...sortie, factor: "grain" } as Coding)).toThrow("sortie has no effect on grain");
    expect(() => notchRange(small, { kind: "grade", event: "sortie", citation: 3 } as Coding)).toThrow(
      "sortie has no such citation: 3",
    );
  });
});
