import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, change, dayOf, indexSeries, shiftsOf, weighting } from "../../src/index.ts";
import { closing, opening, randomStudy } from "../random-study.ts";
import { traceOf } from "../../src/words/index.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

describe("contributions", () => {
  it("are worked by hand for the small case on the day of the sortie", () => {
    const { contributions, index } = balanceAt(study(smallWith({ events: [smallData.events[0]] })), {
      asOf: dayOf("2021-03-01"),
    });
    // X = 0.75·0.1 + 0.25·(−0.2) + 0.75·0.4 = 0.325
    expect(index!.x).toBeCloseTo(0.325, 14);
    const perX = (100 * Math.tanh(0.325)) / 0.325;
    expect(contributions.map(({ kind, record, points }) => [kind, record, points])).toEqual([
      ["baseline", "bridge", expect.closeTo(0.075 * perX, 10)],
      ["baseline", "grain", expect.closeTo(-0.05 * perX, 10)],
      ["event", "sortie", expect.closeTo(0.3 * perX, 10)],
    ]);
    const sortie = contributions.at(-1)!;
    expect(sortie.indexWithout).toBeCloseTo(100 * Math.tanh(0.025), 12);
    // Its report is right with 0.8: sd of 0.75·¼·2 is 0.375·√(0.8·0.2), its coding error 0.75·¼·½·√0.8.
    const sd = Math.sqrt(0.375 ** 2 * 0.16 + 0.8 * 0.09375 ** 2);
    expect(sortie.margin90).toBeCloseTo(1.645 * sd * perX, 10);
  });

  it("sum to the index", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening - 5, max: closing + 400 }), (random, asOf) => {
        const { contributions, index } = balanceAt(random, { asOf });
        const sum = contributions.reduce((total, { points }) => total + points, 0);
        expect(Math.abs(sum - (index?.index ?? 0))).toBeLessThan(1e-12);
      }),
    );
  });

  it("without a record equal the index recomputed without it", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening, max: closing }), (random, asOf) => {
        for (const { kind, record, indexWithout } of balanceAt(random, { asOf }).contributions) {
          if (kind !== "event") continue;
          const rest = { ...random, events: random.events.filter(({ id }) => id !== record) };
          expect(indexWithout).toBeCloseTo(balanceAt(rest, { asOf }).index!.index, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("count 100 points to X at parity, where index / X has no value", () => {
    const even = study(
      smallWith({
        factors: smallData.factors.map((factor) => ({ ...factor, scale: { ...factor.scale, baseline: 0 } })),
        events: [],
      }),
    );
    expect(balanceAt(even, { asOf: opening }).contributions.map(({ points }) => points)).toEqual([0, 0]);
  });
});

describe("change", () => {
  const weights = weighting(small)!;
  const shifts = shiftsOf(small);

  it("is worked by hand over the day of the sortie", () => {
    const only = shifts.filter(({ event }) => event === "sortie");
    const moved = change(
      { study: small, shifts: only, gathered: [] },
      weights,
      dayOf("2021-02-28"),
      dayOf("2021-03-01"),
    );
    expect(moved.x).toBeCloseTo(0.75 * 0.4, 14);
    // g(1−g)a² + g·b² with a = 0.75·¼·2, b = 0.75·¼·½, g = 0.8.
    expect(moved.sd).toBeCloseTo(Math.sqrt(0.16 * 0.375 ** 2 + 0.8 * 0.09375 ** 2), 14);
    expect(moved.margin90).toBeCloseTo(1.645 * moved.sd, 14);
    expect(moved.parts).toMatchObject([{ event: "sortie", fresh: true }]);
  });

  it("tells what is new from what only fades", () => {
    const later = change(
      { study: small, shifts: shifts, gathered: [] },
      weights,
      dayOf("2021-03-20"),
      dayOf("2021-04-20"),
    );
    expect(later.parts.map(({ event, fresh }) => [event, fresh])).toEqual([
      ["sortie", false],
      ["barn-fire", false],
    ]);
    expect(later.parts.find(({ event }) => event === "sortie")!.x).toBeLessThan(0);
  });

  it("adds up over days and to the difference of X", () => {
    fc.assert(
      fc.property(
        randomStudy,
        fc.integer({ min: opening, max: closing - 40 }),
        fc.integer({ min: 0, max: 20 }),
        (random, from, days) => {
          const own = weighting(random);
          fc.pre(own !== undefined);
          const all = shiftsOf(random);
          const [a, b, c] = [from, from + days, from + 2 * days];
          const whole = change({ study: random, shifts: all, gathered: [] }, own, a, c).x;
          expect(
            change({ study: random, shifts: all, gathered: [] }, own, a, b).x +
              change({ study: random, shifts: all, gathered: [] }, own, b, c).x,
          ).toBeCloseTo(whole, 12);
          const x = (asOf: number) => balanceAt(random, { asOf }).index!.x;
          expect(x(c) - x(a)).toBeCloseTo(whole, 12);
        },
      ),
    );
  });

  it("lets an event's effects stand or fall together", () => {
    const two = study(
      smallWith({
        events: [
          {
            ...smallData.events[0],
            effects: [
              { ...smallData.events[0]!.effects[0], confidence: "high" },
              { factor: "grain", shift: 2, confidence: "high", rationale: "x" },
            ],
          },
        ],
      }),
    );
    const moved = change(
      { study: two, shifts: shiftsOf(two), gathered: [] },
      weights,
      dayOf("2021-02-28"),
      dayOf("2021-03-01"),
    );
    // Both pulls, 0.75·½ and 0.25·½, hang on one report: a = 0.5.
    const coding = 0.8 * (0.75 * 0.0625) ** 2 + 0.8 * (0.25 * 0.0625) ** 2;
    expect(moved.sd ** 2).toBeCloseTo(0.16 * 0.25 + coding, 14);
  });

  it("keeps report and attribution apart for effects that do not rest on who did it", () => {
    // Grain regardless (a = −¼·¼), bridge attributed (b = −¾·¼), G = 0.6, p = 0.5, a whole day after the span's end
    // at no fading: Var = G·(a² + 2abp + b²p) − G²·(a + bp)² + coding.
    const still = study(
      smallWith({
        events: [
          {
            ...smallData.events[1],
            when: "2021-03-05",
            effects: smallData.events[1]!.effects.map((effect) => ({ ...effect, lasting: true })),
          },
        ],
      }),
    );
    const moved = change(
      { study: still, shifts: shiftsOf(still), gathered: [] },
      weights,
      dayOf("2021-03-04"),
      dayOf("2021-03-05"),
    );
    const [a, b, report, p] = [-0.0625, -0.1875, 0.6, 0.5];
    const coding = 0.6 * (0.0625 * 0.25) ** 2 + 0.3 * (0.1875 * 1) ** 2;
    const expected = report * (a * a + 2 * a * b * p + b * b * p) - report ** 2 * (a + b * p) ** 2 + coding;
    expect(moved.sd ** 2).toBeCloseTo(expected, 12);
    expect(moved.x).toBeCloseTo(report * (a + b * p), 12);
  });
});

describe("indexSeries", () => {
  it("equals the balance of each single day", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening, max: closing }), (random, from) => {
        const series = indexSeries(random, shiftsOf(random), from, from + 45);
        for (const { day, x, sd } of series) {
          const { index } = balanceAt(random, { asOf: day });
          expect(x).toBeCloseTo(index!.x, 11);
          expect(sd).toBeCloseTo(index!.sd, 11);
        }
        expect(series.length).toBe(weighting(random) ? 46 : 0);
      }),
      { numRuns: 40 },
    );
  });
  it("is empty where it ends before it starts", () => {
    expect(indexSeries(small, shiftsOf(small), 10, 9)).toEqual([]);
  });
});

describe("evidence that is gathered", () => {
  it("gives the same levels, index, sum of contributions and change as its events one by one", () => {
    fc.assert(
      fc.property(
        randomStudy,
        fc.integer({ min: opening, max: closing }),
        fc.integer({ min: 0, max: 20 }),
        (one, asOf, held) => {
          const kept = { ...one, events: one.events.slice(0, held) };
          const gathered = shiftsOf({ ...one, events: one.events.slice(held) });
          const [whole, part] = [balanceAt(one, { asOf }), balanceAt(kept, { asOf }, gathered)];
          if (!whole.index || !part.index) return;
          expect(part.index.x).toBeCloseTo(whole.index.x, 12);
          expect(part.index.sd).toBeCloseTo(whole.index.sd, 12);
          expect(part.contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(whole.index.index, 9);
          const from = Math.max(opening, asOf - 30);
          expect(change(part, part.weights!, from, asOf).x).toBeCloseTo(
            change(whole, whole.weights!, from, asOf).x,
            12,
          );
          expect(part.levels.map(({ factor }) => factor)).toEqual(whole.levels.map(({ factor }) => factor));
          for (const { factor } of part.levels)
            expect(traceOf(part, `level/${factor}`)!.arithmetic.rows.length).toBeLessThanOrEqual(
              kept.events.length + 2,
            );
        },
      ),
    );
  });
});
