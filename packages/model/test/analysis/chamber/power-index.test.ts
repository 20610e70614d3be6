import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction, fractionText, type Fraction } from "../../../src/analysis/fraction.ts";
import { powerIndices, powerIndicesJson, type VotingRule } from "../../../src/analysis/chamber/index.ts";
import { enumeratedSwings } from "../../../src/analysis/chamber/enumerated-swing.ts";
import { swingsBySize } from "../../../src/analysis/chamber/swing.ts";
import { shapleyByEnumeration, someRules, swingsByEnumeration } from "./enumeration.ts";

interface PublishedCase {
  id: string;
  quota: number;
  weights: number[];
  published: { banzhafNormalised?: string[]; shapleyShubik?: string[] };
  exact: {
    swings: number[];
    banzhafNormalised: number[];
    penroseBanzhafAbsolute: number[];
    shapleyShubik: number[];
    shapleyShubikFractions: string[];
  };
}

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../published/${file}`, import.meta.url), "utf8")) as unknown;
const { cases } = read("power-indices.json") as { cases: PublishedCase[] };
const council = read("iraq-council-2018.json") as {
  quota: number;
  lists: { name: string; seats: number }[];
  shapleyShubik: Record<string, string>;
};

const sum = (fractions: readonly Fraction[]) =>
  fractionText(
    fractions.reduce((a, b) =>
      fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    ),
  );

describe("powerIndices", () => {
  it.each(cases)("are as published for $id", ({ quota, weights, published, exact }) => {
    const json = powerIndicesJson(powerIndices([{ quota, weights }]));
    expect(json.swings).toEqual(exact.swings);
    expect(json.shapleyShubik).toEqual({ numbers: exact.shapleyShubik, fractions: exact.shapleyShubikFractions });
    expect(json.banzhaf.numbers).toEqual(exact.banzhafNormalised);
    expect(json.penrose.numbers).toEqual(exact.penroseBanzhafAbsolute);
    expect(json).toMatchObject({
      ...(published.shapleyShubik && { shapleyShubik: { fractions: published.shapleyShubik } }),
      ...(published.banzhafNormalised && { banzhaf: { fractions: published.banzhafNormalised } }),
    });
  });

  it("are those of the first trial for the 37 lists of Iraq's council of 2018", () => {
    const { shapleyShubik } = powerIndices([
      { quota: council.quota, weights: council.lists.map(({ seats }) => seats) },
    ]);
    for (const [name, expected] of Object.entries(council.shapleyShubik))
      expect(fractionText(shapleyShubik.fractions[council.lists.findIndex((list) => list.name === name)]!)).toBe(
        expected,
      );
  });

  it("count by hand: of [3; 2, 1, 1] the first voter swings three coalitions, each other one", () => {
    expect(powerIndicesJson(powerIndices([{ quota: 3, weights: [2, 1, 1] }]))).toEqual({
      shapleyShubik: { numbers: [2 / 3, 1 / 6, 1 / 6], fractions: ["2/3", "1/6", "1/6"] },
      banzhaf: { numbers: [0.6, 0.2, 0.2], fractions: ["3/5", "1/5", "1/5"] },
      penrose: { numbers: [0.75, 0.25, 0.25], fractions: ["3/4", "1/4", "1/4"] },
      swings: [3, 1, 1],
    });
  });

  it("need every rule at once: a second rule of three members leaves nobody to spare", () => {
    const { swings } = powerIndices([
      { quota: 3, weights: [2, 1, 1] },
      { quota: 3, weights: [1, 1, 1] },
    ]);
    expect(swings).toEqual([1n, 1n, 1n]);
  });

  it("give a voter of weight 0 nothing and a sole voter everything", () => {
    const json = powerIndicesJson(powerIndices([{ quota: 1, weights: [0, 5] }]));
    expect(json.shapleyShubik.fractions).toEqual(["0", "1"]);
    expect(powerIndicesJson(powerIndices([{ quota: 5, weights: [5] }])).penrose.fractions).toEqual(["1"]);
  });

  it("sum to 1 exactly, Shapley–Shubik and Banzhaf, whatever the rules", () => {
    fc.assert(
      fc.property(someRules(20, 40), (rules) => {
        const { shapleyShubik, banzhaf } = powerIndices(rules);
        expect([sum(shapleyShubik.fractions), sum(banzhaf.fractions)]).toEqual(["1", "1"]);
      }),
    );
  });

  it("are symmetric: voters change places with their indices, and equal voters have equal ones", () => {
    fc.assert(
      fc.property(someRules(10), fc.nat(), fc.nat(), (rules, i, j) => {
        const voters = rules[0]!.weights.length;
        const [a, b] = [i % voters, j % voters];
        const swap = <T>(values: readonly T[]) => values.with(a, values[b]!).with(b, values[a]!);
        const { shapleyShubik } = powerIndices(rules);
        const swapped = powerIndices(
          rules.map(({ quota, weights }): VotingRule => ({ quota, weights: swap(weights) })),
        );
        expect(swapped.shapleyShubik.fractions).toEqual(swap(shapleyShubik.fractions));
        if (rules.every(({ weights }) => weights[a] === weights[b]))
          expect(shapleyShubik.fractions[a]).toEqual(shapleyShubik.fractions[b]);
      }),
    );
  });

  it("count the swings that enumeration counts, up to 16 voters, one rule or two", { timeout: 60_000 }, () => {
    const compare = (rules: readonly VotingRule[]) => {
      expect(powerIndices(rules).swings).toEqual(swingsByEnumeration(rules));
    };
    fc.assert(fc.property(someRules(10), compare), { numRuns: 300 });
    fc.assert(fc.property(someRules(16), compare), { numRuns: 8 });
  });

  it("take weights as large as numbers go among few voters", () => {
    const few = [7, 5, 5, 3, 2, 1];
    const large = few.map((weight) => weight * 10 ** 12 + (weight % 2));
    expect(powerIndices([{ quota: 12 * 10 ** 12 + 1, weights: large }]).swings).toEqual(
      swingsByEnumeration([{ quota: 12 * 10 ** 12 + 1, weights: large }]),
    );
    fc.assert(
      fc.property(someRules(10), (rules) => {
        expect(enumeratedSwings(rules)).toEqual(swingsBySize(rules));
      }),
    );
  });

  it("weigh them by the orders that enumeration finds, one rule or two", () => {
    fc.assert(
      fc.property(someRules(10), (rules) => {
        const { numbers } = powerIndices(rules).shapleyShubik;
        shapleyByEnumeration(rules).forEach((share, voter) => expect(numbers[voter]).toBeCloseTo(share, 12));
      }),
    );
  });

  it("sum to 1 exactly in a chamber of 70 under two rules, counted in several passes", () => {
    const weights = Array.from({ length: 70 }, (_, voter) => (voter * 37) % 23);
    const states = Array.from({ length: 70 }, (_, voter) => 1 + (voter % 3));
    const { shapleyShubik, banzhaf } = powerIndices([
      { quota: 600, weights },
      { quota: 110, weights: states },
    ]);
    expect([sum(shapleyShubik.fractions), sum(banzhaf.fractions)]).toEqual(["1", "1"]);
  });

  it("are exact beyond 2^53: 100 equal voters swing C(99, 50) coalitions each, a hundredth of the power", () => {
    const { swings, shapleyShubik } = powerIndices([{ quota: 51, weights: Array<number>(100).fill(1) }]);
    let choose = 1n;
    for (let k = 1n; k <= 50n; k++) choose = (choose * (100n - k)) / k;
    expect(swings[7]).toBe(choose);
    expect(fractionText(shapleyShubik.fractions[7]!)).toBe("1/100");
  });

  it("are the same with weights apart by a common factor, and in several passes as in one", () => {
    const weights = [7, 5, 5, 3, 2, 1];
    const few = powerIndices([{ quota: 12, weights }]);
    expect(powerIndices([{ quota: 12 * 997 - 5, weights: weights.map((weight) => 997 * weight) }])).toEqual(few);
    const none = Array<number>(54).fill(0);
    const many = powerIndices([{ quota: 12, weights: [...weights, ...none] }]);
    expect(many.shapleyShubik.fractions.slice(0, 6)).toEqual(few.shapleyShubik.fractions);
    expect(many.penrose.fractions.slice(0, 6)).toEqual(few.penrose.fractions);
    expect(powerIndicesJson(many).swings[0]).toBe(String(few.swings[0]! * 2n ** 54n));
  });
});
