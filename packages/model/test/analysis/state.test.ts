import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asKnown,
  balanceAt,
  dayOf,
  factorStates,
  knownDay,
  latestKnown,
  levelOf,
  normalShareBelow,
  scaledState,
  type FactorId,
  type ScaledFactor,
} from "../../src/index.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

const factor = (cuts: (number | "declared")[]) =>
  study(
    smallWith({
      factors: [
        {
          ...smallData.factors[0],
          states: Array.from({ length: cuts.length + 1 }, (_, i) => ({ id: `s${i}`, name: { en: `S${i}` } })),
          scale: { ...smallData.factors[0]!.scale, cuts },
        },
        smallData.factors[1],
      ],
    }),
  ).factors[0] as ScaledFactor;
const at = (x: number, sd = 0.2) => levelOf("bridge" as FactorId, x, sd * sd);
const shares = (cuts: (number | "declared")[], x: number, said?: string) =>
  scaledState(factor(cuts), at(x), said as never);

describe("scaledState", () => {
  it("is worked by hand: cuts at ±0.3, x 0.1, σ 0.2", () => {
    const [low, middle, high] = shares([-0.3, 0.3], 0.1).shares.map(({ share }) => share);
    expect(low).toBeCloseTo(normalShareBelow((Math.atanh(-0.3) - 0.1) / 0.2), 14);
    expect(high).toBeCloseTo(1 - normalShareBelow((Math.atanh(0.3) - 0.1) / 0.2), 14);
    expect(low! + middle! + high!).toBeCloseTo(1, 14);
    expect(shares([-0.3, 0.3], 0.1).state).toBe("s1");
  });

  it("gives no share to a state beyond a declared cut, however far the level runs", () => {
    expect(shares(["declared", 0.2], -3).shares[0]!.share).toBe(0);
    expect(shares(["declared", 0.2], -3).state).toBe("s1");
    expect(shares([-0.2, "declared"], 3).shares[2]!.share).toBe(0);
    expect(shares([-0.2, "declared", "declared"], 3)).toMatchObject({ state: "s1" });
  });

  it("is certain of a declared state once an event has entered it, until one leaves it", () => {
    expect(shares(["declared", 0.2], 1, "s0")).toMatchObject({ state: "s0", declared: true });
    expect(shares([-0.2, "declared"], -1, "s2")).toMatchObject({ state: "s2", declared: true });
    expect(shares(["declared", 0.2], 1, "s1")).toMatchObject({ state: "s2", declared: false });
  });

  it("splits nothing where nothing is in doubt", () => {
    expect(scaledState(factor([-0.3, 0.3]), at(0.1, 0)).shares.map(({ share }) => share)).toEqual([0, 1, 0]);
  });

  it("has shares that sum to 1 for any level", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.constantFrom<(number | "declared")[]>([0], [-0.3, 0.3], ["declared", 0.1], [-0.4, 0, 0.4, "declared"]),
        (x, cuts) => {
          const total = shares(cuts, x).shares.reduce((sum, { share }) => sum + share, 0);
          expect(total).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

describe("factorStates", () => {
  const decision = {
    id: "gate",
    name: { en: "Gate" },
    kind: "decision",
    actor: "upper",
    opening: "shut",
    states: [
      { id: "shut", name: { en: "Shut" } },
      { id: "open", name: { en: "Open" } },
    ],
    basis: "author",
  };
  const opens = {
    ...smallData.events[0],
    id: "opens",
    when: "2021-05-01",
    effects: [],
    sets: [{ factor: "gate", state: "open" }],
  };
  const data = smallWith({ factors: [...smallData.factors, decision], events: [opens] });
  const gateOn = (day: string) => factorStates(study(data), [], dayOf(day)).find((state) => state.factor === "gate")!;

  it("stay at the opening until an event sets them", () => {
    expect([gateOn("2021-04-30").state, gateOn("2021-05-01").state]).toEqual(["shut", "open"]);
  });
  it("are unknown where nothing says", () => {
    const { opening: _, ...silent } = decision;
    const states = factorStates(study(smallWith({ factors: [silent], events: [] })), [], 0);
    expect(states).toEqual([{ factor: "gate", state: undefined, declared: false, shares: [] }]);
  });
});

describe("asKnown", () => {
  it("leaves out what no citation had reported yet", () => {
    expect(asKnown(small, dayOf("2021-03-02")).events.map(({ id }) => id)).toEqual(["sortie"]);
    expect(asKnown(small, dayOf("2021-03-01")).events).toEqual([]);
  });
  it("weighs only the citations published by then", () => {
    const later = { source: "gazette", published: "2021-04-01", grade: "B2" };
    const twice = study(
      smallWith({ events: [{ ...smallData.events[0], citations: [...smallData.events[0]!.citations, later] }] }),
    );
    const weight = (knownAt: string) =>
      balanceAt(twice, { asOf: dayOf("2021-05-01"), knownAt: dayOf(knownAt) }).shifts[0]!.report;
    expect(weight("2021-03-31")).toBeCloseTo(0.8, 12);
    expect(weight("2021-04-01")).toBeCloseTo(0.96, 12);
  });
  it("takes an event's own known day before its citations'", () => {
    const logged = study(smallWith({ events: [{ ...smallData.events[0], known: "2021-06-01" }] }));
    expect(knownDay(logged.events[0]!)).toBe(dayOf("2021-06-01"));
    expect(latestKnown(logged)).toBe(dayOf("2021-06-01"));
  });
});
