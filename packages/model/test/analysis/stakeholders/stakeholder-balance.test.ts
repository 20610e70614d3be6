import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  StakeholderError,
  stakeholderBalance,
  standsOn,
  type Stand,
} from "../../../src/analysis/stakeholders/index.ts";
import { study, smallData } from "../../small-study.ts";

const emission = JSON.parse(
  readFileSync(new URL("../../published/stakeholders-emission.json", import.meta.url), "utf8"),
) as { actors: Stand[]; derived_exact: { weightedMean_capSal: number; condorcetMedian_initial: number } };

const stand = (name: string, position: number, salience = 1, capability = 1): Stand => ({
  name,
  position,
  salience,
  capability,
});
/** Weights a hundredth apart, as authors write them. */
const someStands = fc
  .uniqueArray(
    fc.tuple(
      fc.string(),
      fc.integer({ min: -5, max: 20 }),
      fc.integer({ min: 0, max: 9 }).map((n) => n / 100),
      fc.integer({ min: 0, max: 9 }).map((n) => n / 10),
    ),
    { minLength: 1, maxLength: 9, selector: ([name]) => name },
  )
  .map((rows) => rows.map((row) => stand(...row)))
  .filter((stands) => stands.some(({ salience, capability }) => salience * capability > 0));

describe("stakeholderBalance", () => {
  it("has the published mean of 7.389956 and median of 7 on the emission standards", () => {
    const { mean, median } = stakeholderBalance(emission.actors);
    expect(mean).toBeCloseTo(emission.derived_exact.weightedMean_capSal, 14);
    expect(mean.toFixed(6)).toBe("7.389956");
    expect(median).toEqual([emission.derived_exact.condorcetMedian_initial]);
  });

  it("puts each two positions of it against each other: 7 beats 4 and 10", () => {
    expect(stakeholderBalance(emission.actors).pairwise).toEqual([
      { a: 4, b: 7, forA: 0.248, forB: 0.429, neither: 0 },
      { a: 4, b: 10, forA: 0.248, forB: 0.336, neither: 0.093 },
      { a: 7, b: 10, forA: 0.341, forB: 0.336, neither: 0 },
    ]);
  });

  it("weighs by hand: 10 with weight 2 × 3 and 40 with weight 4 × 1", () => {
    const { mean, median, band } = stakeholderBalance([stand("a", 10, 2, 3), stand("b", 40, 4, 1)]);
    expect({ mean, median }).toEqual({ mean: 22, median: [10] });
    expect(band.median).toEqual([8, 12]);
    expect(band.mean).toEqual([22 - 3.2, 22 + 3.2]);
  });

  it("names both medians where exactly half the weight lies on each side, as decimals are written", () => {
    const both = [stand("a", 1, 0.1), stand("b", 2, 0.2), stand("c", 5, 0.3)];
    expect(stakeholderBalance(both).median).toEqual([2, 5]);
    expect(stakeholderBalance(both).band.median).toEqual([1.6, 6]);
    expect(stakeholderBalance([...both, stand("d", 3, 1, 0)]).median).toEqual([2, 5]);
    expect(stakeholderBalance([...both, stand("d", 3, 1e-9)]).median).toEqual([3]);
  });

  it("is one position where all hold it, and takes negative ones and any unit", () => {
    expect(stakeholderBalance([stand("a", 4), stand("b", 4)])).toMatchObject({ mean: 4, median: [4], pairwise: [] });
    expect(stakeholderBalance([stand("a", -5)]).band).toEqual({ mean: [-6, -4], median: [-6, -4] });
    expect(stakeholderBalance([stand("a", 1e-7, 1e-9, 1e22)]).mean).toBe(1e-7);
  });

  it("keeps moved positions on the issue's scale, whichever end it starts from", () => {
    const alone = [stand("a", 90)];
    expect(stakeholderBalance(alone).band.mean).toEqual([72, 108]);
    expect(stakeholderBalance(alone, { scale: { from: 0, to: 100 } }).band.mean).toEqual([72, 100]);
    expect(stakeholderBalance(alone, { scale: { from: 100, to: 80 } }).band.mean).toEqual([80, 100]);
  });

  it("moves by the share asked for", () => {
    expect(stakeholderBalance([stand("a", 10)], { move: 0.5 }).band.mean).toEqual([5, 15]);
    expect(() => stakeholderBalance([stand("a", 10)], { move: 1 })).toThrow(RangeError);
  });

  it("has medians that beat or tie every other position that is held", () => {
    fc.assert(
      fc.property(someStands, (stands) => {
        const { median, pairwise, mean, band } = stakeholderBalance(stands);
        for (const { a, b, forA, forB } of pairwise) {
          if ((median as readonly number[]).includes(a)) expect(forA).toBeGreaterThanOrEqual(forB);
          if ((median as readonly number[]).includes(b)) expect(forB).toBeGreaterThanOrEqual(forA);
        }
        expect(band.mean[0]).toBeLessThanOrEqual(mean);
        expect(band.mean[1]).toBeGreaterThanOrEqual(mean);
        expect(band.median[0]).toBeLessThanOrEqual(median[0]);
        expect(band.median[1]).toBeGreaterThanOrEqual(median.at(-1)!);
      }),
      { numRuns: 500 },
    );
  });

  it("counts in each contest the weight that is nearer", () => {
    fc.assert(
      fc.property(someStands, (stands) => {
        for (const { a, b, forA, forB, neither } of stakeholderBalance(stands).pairwise) {
          const weight = (side: number) =>
            stands
              .filter(({ position }) => Math.sign(Math.abs(position - a) - Math.abs(position - b)) === side)
              .reduce((sum, { salience, capability }) => sum + salience * capability, 0);
          expect(forA).toBeCloseTo(weight(-1), 12);
          expect(forB).toBeCloseTo(weight(1), 12);
          expect(neither).toBeCloseTo(weight(0), 12);
        }
      }),
    );
  });

  it.each<[what: string, stands: Stand[], problem: string]>([
    ["nobody", [], "at actors: expected at least one actor"],
    [
      "no weight",
      [stand("a", 1, 0), stand("b", 1, 1, 0)],
      "at actors: expected an actor with both salience and capability above 0",
    ],
    [
      "weights beyond any number",
      [stand("a", 1, 1e200, 1e200), stand("b", 2, 1)],
      "at actors: expected weights (capability × salience) whose sum is a finite number",
    ],
    [
      "weights whose sum is beyond any number",
      [stand("a", 1, 1.7e308), stand("b", 2, 1.7e308)],
      "at actors: expected weights (capability × salience) whose sum is a finite number",
    ],
    ["a negative salience", [stand("a", 1, -1)], "at actors[0].salience: expected a number from 0: -1"],
    ["a salience that is none", [stand("a", 1, NaN)], "at actors[0].salience: expected a number from 0: NaN"],
    ["a negative capability", [stand("a", 1, 1, -1)], "at actors[0].capability: expected a number from 0: -1"],
    ["a capability that is none", [stand("a", 1, 1, NaN)], "at actors[0].capability: expected a number from 0: NaN"],
    ["a position that is none", [stand("a", NaN)], "at actors[0].position: expected a number: NaN"],
    [
      "a name used twice",
      [stand("a", 1), stand("b", 1), stand("a", 2)],
      "at actors[2].name: name already used by [0]: a",
    ],
  ])("refuses %s", (_, stands, problem) => {
    expect(() => stakeholderBalance(stands)).toThrow(StakeholderError);
    expect(() => stakeholderBalance(stands)).toThrow(problem);
  });

  it("says everything that is wrong at once, positions beyond the scale included", () => {
    const wrong = [stand("a", 101, -1), stand("a", 0, 1, Infinity)];
    expect(() => stakeholderBalance(wrong, { scale: { from: 0, to: 100 } })).toThrow(
      [
        "at actors[0].position: expected a position from 0 to 100: 101",
        "at actors[0].salience: expected a number from 0: -1",
        "at actors[1].name: name already used by [0]: a",
        'at actors[1].capability: expected a number from 0: "Infinity"',
      ].join("\n"),
    );
  });
});

describe("standsOn", () => {
  it("gives the stands of one issue by actor, and none for an issue nobody stands on", () => {
    const frame = {
      ...smallData.case,
      issues: ["toll", "ferry"].map((id) => ({
        id,
        question: { en: id },
        scale: { from: 0, to: 10, fromMeans: "none", toMeans: "all" },
      })),
    };
    const actor = smallData.actors[0]!.id;
    const stakeholders = [
      {
        id: "one",
        issue: "toll",
        actor,
        position: 3,
        salience: 2,
        capability: 1,
        rationale: "Lives off it.",
        basis: "author",
      },
    ];
    const small = study({ ...smallData, case: frame, stakeholders });
    expect(standsOn(small, "toll")).toEqual([stand(actor, 3, 2, 1)]);
    expect(standsOn(small, "ferry")).toEqual([]);
  });
});
