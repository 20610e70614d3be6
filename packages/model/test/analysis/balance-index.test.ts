import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceAt,
  balanceIndex,
  dayOf,
  indexOf,
  normalShareBelow,
  sideOf,
  weighting,
  type FactorId,
} from "../../src/index.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

const share = (weights: number[]) => {
  const total = weights.reduce((a, b) => a + b);
  return weights.map((weight, i) => ({ factor: `f${i}` as FactorId, weight, share: weight / total }));
};

describe("balanceIndex", () => {
  it("is worked by hand for the small case on its opening day", () => {
    // X = (3·0.1 − 1·0.2)/4 = 0.025; σ² = 0.9·((0.75·0.25)² + (0.25·0.125)²) + 0.1·(0.75·0.25 + 0.25·0.125)².
    const { index } = balanceAt(small, { asOf: dayOf("2021-01-01") });
    expect(index!.x).toBeCloseTo(0.025, 15);
    const sd = Math.sqrt(0.9 * (0.1875 ** 2 + 0.03125 ** 2) + 0.1 * 0.21875 ** 2);
    expect(index!.sd).toBeCloseTo(sd, 15);
    expect(index!.index).toBeCloseTo(100 * Math.tanh(0.025), 12);
    expect(index!.band90[0]).toBeCloseTo(100 * Math.tanh(0.025 - 1.645 * sd), 12);
    expect(index!.band50[1]).toBeCloseTo(100 * Math.tanh(0.025 + 0.674 * sd), 12);
    expect(index!.aboveParity).toBeCloseTo(normalShareBelow(0.025 / sd), 15);
  });

  it("is 0 at parity, even above and below", () => {
    expect(
      balanceIndex(
        [
          { x: 0.4, sd: 0.1 },
          { x: -0.4, sd: 0.1 },
        ],
        { shares: share([1, 1]), correlation: 0.1 },
      ),
    ).toMatchObject({ index: 0, aboveParity: 0.5 });
  });

  it("does not care how the weights are scaled", () => {
    const levels = [
      { x: 0.3, sd: 0.2 },
      { x: -0.8, sd: 0.4 },
    ];
    expect(balanceIndex(levels, { shares: share([2, 1]), correlation: 0.1 })).toEqual(
      balanceIndex(levels, { shares: share([20, 10]), correlation: 0.1 }),
    );
  });

  it("does not gain certainty from splitting a factor in two when errors go wholly together", () => {
    const one = balanceIndex([{ x: 0.3, sd: 0.2 }], { shares: share([1]), correlation: 1 });
    const two = balanceIndex(
      [
        { x: 0.3, sd: 0.2 },
        { x: 0.3, sd: 0.2 },
      ],
      { shares: share([1, 1]), correlation: 1 },
    );
    expect(two.sd).toBeCloseTo(one.sd, 15);
  });

  it("is certain of a side where nothing is in doubt", () => {
    expect([indexOf(0.1, 0), indexOf(-0.1, 0), indexOf(0, 0)].map(({ aboveParity }) => aboveParity)).toEqual([
      1, 0, 0.5,
    ]);
  });
});

describe("a case without an index", () => {
  it("has no scaled factor, or none with a weight", () => {
    const factors = smallData.factors.map(({ scale: _, ...factor }) => factor);
    const unscaled = study(smallWith({ factors, events: [] }));
    expect(weighting(unscaled)).toBeUndefined();
    expect(balanceAt(unscaled, { asOf: 0 })).toMatchObject({ index: undefined, contributions: [], levels: [] });
    const weightless = study(
      smallWith({ factors: smallData.factors.map((factor) => ({ ...factor, scale: { ...factor.scale, weight: 0 } })) }),
    );
    expect(weighting(weightless)).toBeUndefined();
    expect(balanceAt(weightless, { asOf: 0 }).levels).toHaveLength(2);
  });
});

describe("sideOf", () => {
  it("takes a side only where the band is clear of parity", () => {
    expect([sideOf([-5, -1]), sideOf([-5, 5]), sideOf([0, 5]), sideOf([1, 5])]).toEqual([-1, 0, 0, 1]);
  });
});

describe("normalShareBelow", () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.645, 0.0499849055391198],
    [1.959963984540054, 0.975],
    [-5, 2.866515718791939e-7],
    [-8, 6.220960574271785e-16],
    [40, 1],
    [-40, 0],
  ])("is Φ(%s) = %s, as tabled", (z, expected) => {
    const share = normalShareBelow(z);
    expect(Math.abs(share - expected)).toBeLessThanOrEqual(1e-14);
    if (expected > 0 && expected < 1e-3) expect(share / expected).toBeCloseTo(1, 7);
  });
  it("rises, and mirrors at 0", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (z, more) => {
          expect(normalShareBelow(z + more)).toBeGreaterThanOrEqual(normalShareBelow(z));
          expect(normalShareBelow(z) + normalShareBelow(-z)).toBeCloseTo(1, 14);
        },
      ),
    );
  });
  it("stays NaN", () => expect(normalShareBelow(NaN)).toBeNaN());
});
