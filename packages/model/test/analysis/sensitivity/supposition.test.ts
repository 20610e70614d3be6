import { describe, expect, it } from "vitest";
import { balanceAt, dayOf } from "../../../src/index.ts";
import {
  cellValue,
  indexFlips,
  indexLevers,
  outcomeSensitivity,
  recoded,
  supposing,
  suppositionKey,
  suppositionOf,
  type Cell,
  type Coding,
} from "../../../src/analysis/sensitivity/index.ts";
import { firstCoding } from "../../first-coding.ts";

const iraq = firstCoding();
const balance = balanceAt(iraq, { asOf: dayOf("2020-07-08") });
const flips = indexFlips(balance, indexLevers(balance)!);

describe("a supposition", () => {
  it("is read back from its line, whatever is supposed", () => {
    const cells = outcomeSensitivity(balance)!.cells.map(({ cell, notches }) => ({
      coding: { kind: "cell", ...cell } as Coding,
      notches,
    }));
    const all = [...flips.map(({ coding }) => ({ coding, notches: -1 })), ...cells];
    expect(new Set(all.map(({ coding }) => coding.kind))).toEqual(
      new Set(["baseline", "weight", "shift", "grade", "cell"]),
    );
    for (const one of all) expect(suppositionOf(suppositionKey(one))).toEqual(one);
    const own = { coding: { kind: "grade", event: "e1", effect: "posture", citation: 2 } as Coding, notches: 1 };
    expect(suppositionOf(suppositionKey(own))).toEqual(own);
  });

  it.each([
    "",
    "weight",
    "weight.1",
    "weight.a.b.1",
    "weight.a.01",
    "weight.a.1.5",
    "grade.e1..x.1",
    "grade.e1.0.1",
    "size.a.1",
  ])("is none in %j", (key) => expect(suppositionOf(key)).toBeUndefined());

  it("turns the sign of the index where a flip says so", () => {
    const turning = flips.filter(({ notches }) => notches !== undefined);
    expect(turning.length).toBeGreaterThan(0);
    for (const { coding, notches, index } of turning) {
      const supposed = supposing(iraq, [suppositionOf(suppositionKey({ coding, notches: notches! }))!]);
      const found = balanceAt(supposed, { asOf: dayOf("2020-07-08") }).index!.index;
      expect(found).toBeCloseTo(index, 9);
      expect(Math.sign(found)).toBe(-Math.sign(balance.index!.index));
    }
  });

  it("counts where it stands last among those of one value, and beside those of others", () => {
    const [one, other] = flips.slice(0, 2).map(({ coding }) => coding) as [Coding, Coding];
    const both = supposing(iraq, [
      { coding: one, notches: -1 },
      { coding: other, notches: 1 },
      { coding: one, notches: 1 },
    ]);
    expect(both).toEqual(recoded(recoded(iraq, one, 1), other, 1));
  });

  it("may be of a cell that nobody coded, and of none that the case does not have", () => {
    const { cell } = outcomeSensitivity(balance)!.cells.find(({ coded }) => !coded)!;
    const supposed = supposing(iraq, [{ coding: { kind: "cell", ...cell }, notches: 2 }]);
    expect(cellValue(supposed, cell)).toBe(2);
    for (const wrong of [
      { ...cell, from: { ...cell.from, state: "nowhere" } },
      { ...cell, on: { ...cell.on, factor: "nothing" } },
    ] as Cell[])
      expect(() => supposing(iraq, [{ coding: { kind: "cell", ...wrong }, notches: 1 }])).toThrow(/no such cell/);
  });
});
