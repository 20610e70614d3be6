import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, eventSpan, isoDate, levels, shiftsOf, withShift } from "../../src/index.ts";
import * as fc from "fast-check";
import { closing, opening, randomStudy } from "../random-study.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

const spanned = (when: string, published = "2021-12-31") => {
  const [event] = study(
    smallWith({
      events: [{ ...smallData.events[0], when, citations: [{ source: "gazette", published, grade: "B2" }] }],
    }),
  ).events;
  const { start, end } = eventSpan(event!, dayOf("2021-01-01"));
  return [isoDate(start), isoDate(end)];
};

describe("eventSpan", () => {
  it("leaves a day alone, whenever it was reported", () => {
    expect(spanned("2021-03-01", "2021-03-10")).toEqual(["2021-03-01", "2021-03-01"]);
  });
  it("cuts an interval at its earliest report and at the opening", () => {
    expect(spanned("2021-03", "2021-03-10")).toEqual(["2021-03-01", "2021-03-10"]);
    expect(spanned("../2021-03-12", "2021-06")).toEqual(["2021-01-01", "2021-03-12"]);
    expect(spanned("2021-05/..", "2021-06-10")).toEqual(["2021-05-01", "2021-06-10"]);
    expect(spanned("2020-11/2021-02", "2021-06-10")).toEqual(["2021-01-01", "2021-02-28"]);
  });
  it("counts a month's publication to its end", () => {
    expect(spanned("2021-05/..", "2021-07")).toEqual(["2021-05-01", "2021-07-31"]);
  });
});

describe("levels", () => {
  it("are the baselines before the first event", () => {
    const [bridge, grain] = levels(small, shiftsOf(small), dayOf("2021-02-28"));
    expect(bridge).toMatchObject({ x: 0.1, sd: 0.25 });
    expect(grain).toMatchObject({ x: -0.2, sd: 0.125 });
    expect(bridge!.level).toBeCloseTo(Math.tanh(0.1), 15);
  });

  it("are worked by hand thirty days after the sortie", () => {
    // Bridge on 31 March: β 0.1; sortie 2·¼·0.8 halved = 0.2; the fire −1·¼·(0.6·0.5) over 1–10 March.
    const day = dayOf("2021-03-31");
    const fire = Array.from({ length: 10 }, (_, i) => 2 ** (-(30 - i) / 30)).reduce((a, b) => a + b) / 10;
    const fireVariance = Array.from({ length: 10 }, (_, i) => 4 ** (-(30 - i) / 30)).reduce((a, b) => a + b) / 10;
    const [bridge] = levels(small, shiftsOf(small), day);
    expect(bridge!.x).toBeCloseTo(0.1 + 0.2 - 0.075 * fire, 14);
    const sortie = (0.8 * 0.25 + 0.8 * 0.2 * 4) / 16 / 4;
    const doubt = ((0.3 * 1 + 0.3 * 0.7 * 1) / 16) * fireVariance;
    expect(bridge!.sd ** 2).toBeCloseTo(0.0625 + sortie + doubt, 14);
  });

  it("weaken only what rests on who did it by the attribution", () => {
    const shifts = shiftsOf(small).filter(({ event }) => event === "barn-fire");
    expect(shifts.map(({ factor, weight }) => [factor, weight])).toEqual([
      ["grain", expect.closeTo(0.6, 12)],
      ["bridge", expect.closeTo(0.3, 12)],
    ]);
  });

  it("keep a lasting effect whole", () => {
    const lasting = study(
      smallWith({
        events: [{ ...smallData.events[0], effects: [{ ...smallData.events[0]!.effects[0], lasting: true }] }],
      }),
    );
    expect(levels(lasting, shiftsOf(lasting), dayOf("2021-12-31"))[0]!.x).toBeCloseTo(0.5, 14);
  });

  it("are moved by nothing that is only expected", () => {
    const expected = study(smallWith({ events: [{ ...smallData.events[0], expected: true, effects: [] }] }));
    expect(shiftsOf(expected)).toEqual([]);
  });

  it("widen and weaken with worse evidence", () => {
    const graded = (grade: string) => {
      const graded = study(
        smallWith({
          events: [{ ...smallData.events[0], citations: [{ source: "gazette", published: "2021-03-02", grade }] }],
        }),
      );
      return levels(graded, shiftsOf(graded), dayOf("2021-03-01"))[0]!;
    };
    expect(graded("A1").x).toBeGreaterThan(graded("C3").x);
    expect(graded("A1").sd).toBeLessThan(graded("C3").sd);
  });

  it("with an appended event equal the levels recomputed with it", () => {
    fc.assert(
      fc.property(randomStudy, fc.integer({ min: opening, max: closing }), (random, day) => {
        const shifts = shiftsOf(random);
        const whole = levels(random, shifts, day);
        for (const [i, before] of levels(random, shifts.slice(0, -1), day).entries()) {
          const last = shifts.at(-1);
          const appended = last?.factor === before.factor ? withShift(before, last, day) : before;
          expect(appended.x).toBeCloseTo(whole[i]!.x, 12);
          expect(appended.sd).toBeCloseTo(whole[i]!.sd, 12);
        }
      }),
    );
  });

  it("before the first event are the baselines, in any case", () => {
    fc.assert(
      fc.property(randomStudy, (random) => {
        const { levels: before } = balanceAt(random, { asOf: opening - 1 });
        expect(before.every(({ x }, i) => x === random.factors[i]!.scale!.baseline)).toBe(true);
      }),
    );
  });
});
