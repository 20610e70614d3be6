import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/index.ts";
import { momentDiff } from "../../../src/analysis/diff/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { closing, opening, randomStudy } from "../../random-study.ts";
import { small, smallData, smallWith, study } from "../../small-study.ts";

const on = (asOf: string, knownAt?: string) => ({
  asOf: dayOf(asOf),
  knownAt: knownAt === undefined ? undefined : dayOf(knownAt),
});

describe("momentDiff", () => {
  it("lists what began between two days, and what each record did to X", () => {
    const diff = momentDiff(small, on("2021-02-28"), on("2021-03-05"));
    expect(diff.added).toEqual(["sortie", "barn-fire"]);
    expect(diff.removed).toEqual([]);
    expect(diff.records.map(({ record, before }) => [record, before])).toEqual([
      ["sortie", undefined],
      ["barn-fire", undefined],
    ]);
    expect(diff.states).toEqual([{ factor: "bridge", before: "disputed", after: "held" }]);
  });

  it("tells what was learned of the same day", () => {
    const later = { source: "gazette", published: "2021-04-01", grade: "B2" };
    const twice = study(
      smallWith({
        events: [
          { ...smallData.events[0], citations: [...smallData.events[0]!.citations, later] },
          smallData.events[1],
        ],
      }),
    );
    const diff = momentDiff(twice, on("2021-05-01", "2021-03-05"), on("2021-05-01", "2021-04-02"));
    expect(diff.added).toEqual(["barn-fire"]);
    expect(diff.amended).toEqual(["sortie"]);
    expect(momentDiff(twice, on("2021-05-01"), on("2021-05-01", "2021-03-05")).removed).toEqual(["barn-fire"]);
  });

  it("has changes that sum to the change of X", () => {
    const day = fc.integer({ min: opening, max: closing });
    fc.assert(
      fc.property(randomStudy, day, day, (random, a, b) => {
        const { records, index } = momentDiff(random, { asOf: a }, { asOf: b });
        const sum = records.reduce((total, { x }) => total + x, 0);
        expect(sum).toBeCloseTo((index?.after.x ?? 0) - (index?.before.x ?? 0), 12);
      }),
      { numRuns: 40 },
    );
  });

  it("says which courses of action lead elsewhere now", () => {
    const diff = momentDiff(firstCoding(), on("2020-02-01"), on("2020-07-08"));
    expect(diff.destinations.map(({ option }) => option)).toContain("push");
    expect(momentDiff(firstCoding(), on("2020-07-08"), on("2020-07-08"))).toMatchObject({
      added: [],
      records: [],
      states: [],
      destinations: [],
    });
  });
});
