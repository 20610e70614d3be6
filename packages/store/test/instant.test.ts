import { describe, expect, it } from "vitest";
import { instantAfter, instantOf, microsecondsOf } from "../src/instant.ts";

describe("instantOf", () => {
  it("writes microseconds, always as many digits", () => {
    expect(instantOf(0)).toBe("1970-01-01T00:00:00.000000Z");
    expect(instantOf(1_594_209_600_123_456)).toBe("2020-07-08T12:00:00.123456Z");
  });

  it("is read back by microsecondsOf", () => {
    for (const microseconds of [0, 1, 999, 1000, 1_594_209_600_123_456])
      expect(microsecondsOf(instantOf(microseconds))).toBe(microseconds);
  });
});

describe("microsecondsOf", () => {
  it("reads instants as finely as they are given, in any zone", () => {
    expect(microsecondsOf("2020-07-08T12:00:00Z")).toBe(1_594_209_600_000_000);
    expect(microsecondsOf("2020-07-08T12:00:00.5Z")).toBe(1_594_209_600_500_000);
    expect(microsecondsOf("2020-07-08T15:00:00.5+03:00")).toBe(1_594_209_600_500_000);
    expect(() => microsecondsOf("yesterday")).toThrow(RangeError);
  });
});

describe("instantAfter", () => {
  it("is the present, or just after the last where the clock stands behind", () => {
    expect(instantAfter(5, 1)).toBe(1000);
    expect(instantAfter(1000, 1)).toBe(1001);
    expect(instantAfter(9000, 1)).toBe(9001);
  });
});
