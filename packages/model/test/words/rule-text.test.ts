import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/index.ts";
import { ruleReading, ruleText } from "../../src/words/index.ts";
import { small } from "../small-study.ts";

const rule = (given: unknown) => given as Rule;
const count = rule({ kind: "count", of: { kinds: ["assault", "threaten"] }, withinDays: 14, atLeast: 2 });
const absence = rule({ kind: "absence", of: { factors: ["bridge"], place: "the toll house" }, forDays: 1 });
const level = rule({ kind: "level", factor: "bridge", crosses: "below", at: -0.4 });

describe("a rule in words", () => {
  it("says what fires it", () => {
    expect(ruleText(small, count)).toBe("2 or more events within 14 days: assault or threaten");
    expect(ruleText(small, absence)).toBe("1 day without an event: any kind moving Bridge at the toll house");
    expect(ruleText(small, level)).toBe("Bridge below −40");
    expect(ruleText(small, rule({ kind: "destination" }))).toBe("The case leads elsewhere than the day before");
  });

  it("says how far it is, and nothing where that is not known", () => {
    expect(ruleReading(count, 1, 2)).toBe("1 of 2 events");
    expect(ruleReading(absence, 0, 1)).toBe("0 of 1 days without one");
    expect(ruleReading(level, -0.28, -0.4)).toBe("level −28, fires below −40");
    expect(ruleReading(level, undefined, -0.4)).toBe("");
  });
});
