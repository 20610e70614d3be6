import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, indexSeries, openingDay, type Case } from "../../src/index.ts";
import { claimOf, madeBy, movementOf, tiesAt } from "../../src/words/index.ts";
import { closing, opening, randomStudy } from "../random-study.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

const moved = (of: Case, asOf: number) => {
  const balance = balanceAt(of, { asOf });
  const series = indexSeries(of, balance.shifts, openingDay(of), asOf);
  return movementOf(balance, series, claimOf(balance, series));
};

describe("movementOf", () => {
  it("adds up from its start to its end", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening + 1, max: closing }), (random, asOf) => {
        const movement = moved(random, asOf);
        fc.pre(movement !== undefined);
        const { start, end, parts, rest, faded } = movement!;
        expect(start.x + parts.reduce((sum, { x }) => sum + x, 0) + rest.x + faded).toBeCloseTo(end.x, 11);
        expect(parts.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 60 },
    );
  });

  it("leads only with what pulled the way the index went", () => {
    const { start, end, leading } = moved(small, dayOf("2021-03-05"))!;
    expect(end.x).toBeGreaterThan(start.x);
    expect(leading.map(({ event }) => event)).toEqual(["sortie"]);
  });

  it("counts of a lasting event only what fell between the two days, not all it adds", () => {
    const lasting = {
      ...smallData.events[0],
      when: "2021-02",
      effects: [{ ...smallData.events[0]!.effects[0], lasting: true }],
      citations: [{ source: "gazette", published: "2021-03-02", grade: "B2" }],
    };
    const of = study(smallWith({ events: [lasting] }));
    const part = moved(of, dayOf("2021-03-01"))!.parts[0]!;
    const whole = balanceAt(of, { asOf: dayOf("2021-03-01") }).contributions.find(({ record }) => record === "sortie")!;
    expect(part.x).toBeLessThan(whole.x);
  });

  it("is undefined on the opening day", () => {
    expect(moved(small, opening)).toBeUndefined();
  });
});

describe("madeBy", () => {
  const record = (id: string, published?: string) => ({
    id,
    ...(published
      ? {
          citations: small.events[0]!.citations!.map((citation) => ({
            ...citation,
            published: published as typeof citation.published,
          })),
        }
      : {}),
  });
  it("takes what a source had begun to publish, and what cites nothing with the others", () => {
    const records = [record("early", "2021-02"), record("late", "2021-06-01"), record("bare")];
    const ids = (day: string) => madeBy(records, dayOf(day)).map(({ id }) => id);
    expect(ids("2021-01-31")).toEqual([]);
    expect(ids("2021-02-01")).toEqual(["early", "bare"]);
    expect(ids("2021-06-01")).toEqual(["early", "late", "bare"]);
    expect(madeBy([record("bare")], 0)).toHaveLength(1);
  });
});

describe("tiesAt", () => {
  const tie = (id: string, period?: string) => ({
    id,
    kind: "alliance",
    from: "upper",
    to: "lower",
    statement: { en: id },
    basis: "author",
    ...(period ? { period } : {}),
  });
  it("holds a tie for its period, and one without a period always", () => {
    const bound = study(
      smallWith({ ties: [tie("always"), tie("spring", "2021-03/2021-05"), tie("since", "2021-04/..")] }),
    );
    const ids = (day: string) => tiesAt(bound, dayOf(day)).map(({ id }) => id);
    expect(ids("2021-02-28")).toEqual(["always"]);
    expect(ids("2021-04-01")).toEqual(["always", "spring", "since"]);
    expect(ids("2021-06-01")).toEqual(["always", "since"]);
  });
});
