import { describe, expect, it } from "vitest";
import { capital, counted, listed } from "../../src/words/index.ts";

describe("a sentence", () => {
  it("begins with a capital", () => {
    expect(capital("too close to call")).toBe("Too close to call");
    expect(capital("")).toBe("");
  });

  it("counts one thing as one, and any other number as many", () => {
    expect([0, 1, 2].map((count) => counted(count, "event"))).toEqual(["0 events", "1 event", "2 events"]);
    expect(counted(2, "course is", "courses are")).toBe("2 courses are");
  });

  it("lists words with an and before the last", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
  });
});
