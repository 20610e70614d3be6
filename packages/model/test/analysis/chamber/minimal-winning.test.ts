import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChamberError, minimalWinning } from "../../../src/analysis/chamber/index.ts";
import { heaviestFirst, minimalWinningCounts } from "../../../src/analysis/chamber/minimal-count.ts";
import { membersOf, minimalByEnumeration, someRules, wins } from "./enumeration.ts";

const bits = (members: readonly number[]) => members.reduce((coalition, voter) => coalition | (1 << voter), 0);

describe("minimalWinning", () => {
  it("lists by hand those of [51; 50, 49, 1]: the heaviest with either other", () => {
    expect(minimalWinning([{ quota: 51, weights: [50, 49, 1] }])).toEqual({
      coalitions: [
        [0, 1],
        [0, 2],
      ],
      counts: [0n, 0n, 2n, 0n],
      cut: undefined,
    });
  });

  it(
    "lists winning coalitions only, none with a member to spare, all of them, in their order",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(someRules(9), fc.array(fc.nat(), { maxLength: 2 }), (rules, some) => {
          const voters = rules[0]!.weights.length;
          const including = [...new Set(some.map((voter) => voter % voters))];
          const { coalitions, counts, cut } = minimalWinning(rules, { including, most: 1000 });
          for (const members of coalitions) {
            expect(wins(rules, bits(members))).toBe(true);
            for (const voter of members) expect(wins(rules, bits(members) ^ (1 << voter))).toBe(false);
          }
          const rank = heaviestFirst(rules[0]!.weights);
          const inOrder = (members: readonly number[]) => rank.filter((voter) => members.includes(voter));
          const ranks = (members: readonly number[]) => members.map((voter) => rank.indexOf(voter));
          const all = minimalByEnumeration(rules)
            .map(membersOf)
            .filter((members) => including.every((voter) => members.includes(voter)))
            .map(inOrder)
            .toSorted((a, b) => a.length - b.length || lexicographic(ranks(a), ranks(b)));
          expect(coalitions).toEqual(all);
          expect(cut).toBeUndefined();
          expect(counts).toEqual(
            Array.from({ length: voters + 1 }, (_, size) => BigInt(all.filter(({ length }) => length === size).length)),
          );
          if (rules.length === 1) expect(minimalWinningCounts(rules[0]!, new Set(including))).toEqual(counts);
        }),
        { numRuns: 300 },
      );
    },
  );

  it("says that it is cut short, and still counts them exactly under one rule", () => {
    const weights = Array<number>(60).fill(1);
    const { coalitions, counts, cut } = minimalWinning([{ quota: 31, weights }], { most: 5 });
    expect({ listed: coalitions.length, cut }).toEqual({ listed: 5, cut: "coalitions" });
    expect(counts![31]).toBe(114_449_595_062_769_120n);
    expect(counts!.filter((count) => count > 0n)).toHaveLength(1);
  });

  it("says under several rules that they are uncounted where the list is cut", () => {
    const weights = Array.from({ length: 20 }, (_, i) => i + 1);
    const rules = [
      { quota: 106, weights },
      { quota: 106, weights: weights.toReversed() },
    ];
    expect(minimalWinning(rules, { most: 5 })).toMatchObject({ counts: undefined, cut: "coalitions" });
    expect(minimalWinning(rules, { mostSteps: 50 })).toMatchObject({ counts: undefined, cut: "steps" });
  });

  it("does not call a list cut that ends just at the cap", () => {
    const chamber = [{ quota: 51, weights: [50, 49, 1] }];
    expect(minimalWinning(chamber, { most: 2 }).cut).toBeUndefined();
    expect(minimalWinning(chamber, { most: 1 }).cut).toBe("coalitions");
    expect(minimalWinning([...chamber, ...chamber], { most: 2 }).cut).toBeUndefined();
  });

  it("finds none with a voter who is never needed, and refuses one who is not there", () => {
    expect(minimalWinning([{ quota: 12, weights: [4, 4, 4, 2, 2, 1] }], { including: [5] }).coalitions).toEqual([]);
    expect(() => minimalWinning([{ quota: 1, weights: [1] }], { including: [1, -1] })).toThrow(
      new ChamberError([
        { path: ["chamber", "including"], problem: "unknown voter", value: 1 },
        { path: ["chamber", "including"], problem: "unknown voter", value: -1 },
      ]),
    );
    for (const cap of [NaN, -1, 0.5])
      expect(() => minimalWinning([{ quota: 1, weights: [1] }], { most: cap, mostSteps: cap })).toThrow(
        `at most: expected a whole number from 0: ${cap}\nat mostSteps: expected a whole number from 0: ${cap}`,
      );
    expect(minimalWinning([{ quota: 1, weights: [1] }], { most: 0 })).toMatchObject({
      coalitions: [],
      cut: "coalitions",
    });
  });
});

function lexicographic(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
