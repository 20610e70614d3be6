import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fading, meanFading } from "../../src/index.ts";

describe("fading", () => {
  it("is whole on the day, half after a half-life, a quarter after two", () => {
    expect([0, 30, 60].map((age) => fading(age, 30))).toEqual([1, 0.5, 0.25]);
  });
  it("never fades what lasts", () => expect(fading(10_000, Infinity)).toBe(1));
  it("halves at any half-life", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36_500 }), fc.integer({ min: 0, max: 100 }), (halfLife, age) => {
        expect(fading(age + halfLife, halfLife)).toBeCloseTo(fading(age, halfLife) / 2, 14);
      }),
    );
  });
});

describe("meanFading", () => {
  it("is a third of 1 + 0.5 + 0.25 for three days at a half-life of one, seen on the last", () => {
    expect(meanFading(8, 10, 10, 1)).toBeCloseTo(1.75 / 3, 14);
  });
  it("counts 0 for days still ahead", () => {
    expect(meanFading(8, 10, 7, 1)).toBe(0);
    expect(meanFading(8, 10, 8, 1)).toBeCloseTo(1 / 3, 14);
    expect(meanFading(8, 10, 9, Infinity)).toBeCloseTo(2 / 3, 14);
  });
  it("is the mean of the single days, whatever the span", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 600 }),
        fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constant(Infinity)),
        (start, length, day, halfLife) => {
          const days = Array.from({ length: length + 1 }, (_, i) => start + i);
          const mean = days.reduce((sum, d) => sum + (d <= day ? fading(day - d, halfLife) : 0), 0) / days.length;
          expect(meanFading(start, start + length, day, halfLife)).toBeCloseTo(mean, 12);
        },
      ),
    );
  });
});
