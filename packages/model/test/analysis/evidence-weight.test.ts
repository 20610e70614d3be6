import { describe, expect, it } from "vitest";
import { Citation, citationWeight, defaultMethod, evidenceWeight, type Grade } from "../../src/index.ts";

const cited = (...grades: (string | [grade: string, origin: string])[]) =>
  grades.map((entry, i) => {
    const [grade, origin] = typeof entry === "string" ? [entry, `origin ${i}`] : entry;
    return Citation.parse({ source: "chronicle", published: "2021", grade, origin });
  });
const weight = (...grades: Parameters<typeof cited>) => evidenceWeight(cited(...grades), defaultMethod);

describe("citationWeight", () => {
  it.each([
    ["A1", 0.95],
    ["B2", 0.8],
    ["C3", 0.6],
    ["F6", 0.5],
    ["B3", Math.sqrt(0.48)],
    ["E5", 0.2],
  ] as [Grade, number][])("reads the geometric mean of both grades: %s is %s", (grade, expected) => {
    expect(citationWeight(grade, defaultMethod)).toBeCloseTo(expected, 12);
  });
});

describe("evidenceWeight", () => {
  it("is the weight of the only citation", () => expect(weight("B2")).toBeCloseTo(0.8, 12));
  it("grows with independent origins: 1 − 0.2 × 0.2", () => expect(weight("B2", "B2")).toBeCloseTo(0.96, 12));
  it("counts one origin once, at its best", () => expect(weight(["C3", "x"], ["B2", "x"])).toBeCloseTo(0.8, 12));
  it("takes the source for the origin where none is named", () => {
    const citation = Citation.parse({ source: "chronicle", published: "2021", grade: "B2" });
    expect(evidenceWeight([citation, { ...citation, place: "p. 2" }], defaultMethod)).toBeCloseTo(0.8, 12);
  });
  it("never exceeds 0.99", () => expect(weight("A1", "A1", "A1")).toBe(0.99));
  it("gives nothing to a citation under a half beside a better one", () =>
    expect(weight("B2", "D4")).toBeCloseTo(0.8, 12));
  it("lets a citation under a half stand where nothing better is cited, and then alone", () => {
    expect(weight("D4")).toBeCloseTo(0.4, 12);
    expect(weight("D4", "D4", "E5")).toBeCloseTo(0.4, 12);
  });
  it("is undefined without a citation", () => expect(weight()).toBeUndefined());
});
