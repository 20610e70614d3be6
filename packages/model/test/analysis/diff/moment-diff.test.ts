import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, type Case, type Clocks } from "../../../src/index.ts";
import { momentDiff } from "../../../src/analysis/diff/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { closing, opening, randomStudy } from "../../random-study.ts";
import { small, smallData, smallWith, study } from "../../small-study.ts";

const on = (asOf: string, knownAt?: string) => ({
  asOf: dayOf(asOf),
  knownAt: knownAt === undefined ? undefined : dayOf(knownAt),
});

/** Two moments of one case, nothing written between them. */
const between = (one: Case, from: Clocks, to: Clocks) =>
  momentDiff({ study: one, clocks: from }, { study: one, clocks: to });
const may = on("2021-05-01");

describe("momentDiff", () => {
  it("lists what began between two days, and what each record did to X", () => {
    const diff = between(small, on("2021-02-28"), on("2021-03-05"));
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
    const diff = between(twice, on("2021-05-01", "2021-03-05"), on("2021-05-01", "2021-04-02"));
    expect(diff.added).toEqual(["barn-fire"]);
    expect(diff.amended).toEqual(["sortie"]);
    expect(between(twice, on("2021-05-01"), on("2021-05-01", "2021-03-05")).removed).toEqual(["barn-fire"]);
  });

  it("has changes that sum to the change of X, and in points to the change of the index", () => {
    const day = fc.integer({ min: opening, max: closing });
    fc.assert(
      fc.property(randomStudy, day, day, (random, a, b) => {
        const { records, index } = between(random, { asOf: a }, { asOf: b });
        const sum = records.reduce((total, { x }) => total + x, 0);
        expect(sum).toBeCloseTo((index?.after.x ?? 0) - (index?.before.x ?? 0), 12);
        const points = records.reduce((total, record) => total + (record.points ?? 0), 0);
        expect(points).toBeCloseTo((index?.after.index ?? 0) - (index?.before.index ?? 0), 9);
      }),
      { numRuns: 40 },
    );
  });

  it("has points where X came back to where it was: each part times 100·(1 − tanh² X)", () => {
    const [bridge, grain] = smallData.factors;
    const moved = study(
      smallWith({
        // Weights 3 and 1: a step of 0.1 on one is undone by three on the other.
        factors: [
          { ...bridge, scale: { ...bridge!.scale, baseline: 0.2 } },
          { ...grain, scale: { ...grain!.scale, baseline: -0.5 } },
        ],
      }),
    );
    const { index, records } = momentDiff(
      { study: small, clocks: on("2021-01-01") },
      { study: moved, clocks: on("2021-01-01") },
    );
    expect(index!.after.x - index!.before.x).toBeCloseTo(0, 15);
    expect(records.map(({ record }) => record).toSorted()).toEqual(["bridge", "grain"]);
    for (const { x, points } of records) {
      expect(Math.abs(x)).toBeCloseTo(0.075, 12);
      expect(points).toBeCloseTo(x * 100 * (1 - Math.tanh(0.025) ** 2), 9);
    }
  });

  it("lists records of every kind that the ledger added, amended or retracted, and not those written in another order", () => {
    const [upper, lower] = smallData.actors;
    const reordered = Object.fromEntries(Object.entries(lower!).toReversed());
    const later = study(
      smallWith({
        actors: [{ ...upper, name: { en: "Upper city" } }, reordered],
        sources: [...smallData.sources, { id: "herald", name: { en: "The Herald" }, kind: "newspaper" }],
        events: [smallData.events[0], { ...smallData.events[1], expected: true, effects: [] }],
        factors: [smallData.factors[0]],
        case: { ...smallData.case, summary: "Two towns, a bridge." },
      }),
    );
    const diff = momentDiff({ study: small, clocks: may }, { study: later, clocks: may });
    expect(diff.changes).toEqual([
      { kind: "case", record: "small", change: "amended" },
      { kind: "sources", record: "herald", change: "added" },
      { kind: "actors", record: "upper", change: "amended" },
      { kind: "events", record: "barn-fire", change: "amended" },
      { kind: "factors", record: "grain", change: "retracted" },
    ]);
    expect(diff).toMatchObject({ added: [], removed: ["barn-fire"], amended: [] });
    expect(between(small, may, may).changes).toEqual([]);
    expect(
      momentDiff({ study: later, clocks: may }, { study: small, clocks: may }).changes.map(({ change }) => change),
    ).toEqual(["amended", "retracted", "amended", "amended", "added"]);
  });

  it("tells an event that was written anew from one that stands as it did", () => {
    const restated = study(
      smallWith({ events: [{ ...smallData.events[0], note: "Seen from the mill." }, smallData.events[1]] }),
    );
    expect(momentDiff({ study: small, clocks: may }, { study: restated, clocks: may })).toMatchObject({
      amended: ["sortie"],
      records: [],
      changes: [{ kind: "events", record: "sortie", change: "amended" }],
    });
  });

  it("compares destinations by the names of states, and courses of action that only one moment offers", () => {
    const coding = firstCoding();
    const turned = { ...coding, factors: coding.factors.toReversed(), options: coding.options.slice(1) };
    const july = on("2020-07-08");
    const { changes, destinations } = momentDiff({ study: coding, clocks: july }, { study: turned, clocks: july });
    const [gone] = coding.options;
    expect(changes).toEqual([{ kind: "options", record: gone!.id, change: "retracted" }]);
    expect(destinations).toMatchObject([{ option: gone!.id, after: undefined }]);
  });

  it("says which courses of action lead elsewhere now", () => {
    const diff = between(firstCoding(), on("2020-02-01"), on("2020-07-08"));
    expect(diff.destinations.map(({ option }) => option)).toContain("push");
    expect(between(firstCoding(), on("2020-07-08"), on("2020-07-08"))).toMatchObject({
      added: [],
      records: [],
      states: [],
      destinations: [],
    });
  });
});
