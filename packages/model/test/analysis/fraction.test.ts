import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction, fractionNumber, fractionText } from "../../src/analysis/fraction.ts";

describe("fraction", () => {
  it("is in lowest terms with its sign above", () => {
    expect(fraction(14n, 60n)).toEqual({ numerator: 7n, denominator: 30n });
    expect(fraction(3n, -6n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(fraction(0n, 5n)).toEqual({ numerator: 0n, denominator: 1n });
  });
  it("refuses a denominator of 0", () => expect(() => fraction(1n, 0n)).toThrow(RangeError));
});

describe("fractionText", () => {
  it("leaves a denominator of 1 out", () => {
    expect([fraction(7n, 30n), fraction(4n, 2n), fraction(0n, 3n)].map(fractionText)).toEqual(["7/30", "2", "0"]);
  });
});

describe("fractionNumber", () => {
  it("is what dividing gives where both parts are exact numbers", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (a, b) => {
        expect(fractionNumber({ numerator: BigInt(a), denominator: BigInt(b) })).toBe(a / b + 0);
      }),
    );
  });
  it("rounds once: just over half-way between two numbers goes up", () => {
    const numerator = 2n ** 200n * (2n ** 53n + 1n) + 1n;
    expect(fractionNumber({ numerator, denominator: 2n ** 200n })).toBe(2 ** 53 + 2);
  });
  it("takes parts far beyond the largest number, and gives shares as small as there are", () => {
    expect(fractionNumber({ numerator: 10n ** 400n, denominator: 4n * 10n ** 400n })).toBe(0.25);
    expect(fractionNumber({ numerator: 1n, denominator: 2n ** 1050n })).toBe(2 ** -1050);
  });
});
