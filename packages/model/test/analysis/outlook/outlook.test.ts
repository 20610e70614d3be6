import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, type FactorId, type OptionId, type OutcomeId, type StateId } from "../../../src/index.ts";
import { settler } from "../../../src/analysis/outlook/settle.ts";
import { normalShareBelow } from "../../../src/analysis/normal.ts";
import { normals } from "../../../src/analysis/normal-draw.ts";
import { seeded, seededBits } from "../../../src/analysis/random.ts";
import { crossImpactSystem, succession, systemOf } from "../../../src/analysis/cross-impact/index.ts";
import {
  destination,
  movedDestination,
  outlook,
  outlooks,
  outlooksOutside,
} from "../../../src/analysis/outlook/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const iraq = firstCoding();
const july = { asOf: dayOf("2020-07-08") };
const balance = balanceAt(iraq, july);
const shareOf = (option: string | undefined, outcome: string) =>
  outlook(balance, option ? { option: option as OptionId, draws: 2000 } : { draws: 2000 })!.outcomes.find(
    (row) => row.outcome === (outcome as OutcomeId),
  )!;

/** One scaled factor that leads another, both ways of the decision known: small enough to work by hand. */
const levers = study(
  smallWith({
    factors: [
      ...smallData.factors,
      {
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
      },
    ],
    impacts: [
      {
        id: "a",
        from: { factor: "gate", state: "open" },
        on: "grain",
        values: { short: -3, ample: 3 },
        basis: "author",
      },
      {
        id: "b",
        from: { factor: "grain", state: "ample" },
        on: "bridge",
        values: { lost: -3, disputed: 0, held: 3 },
        basis: "author",
      },
    ],
    options: [
      {
        id: "open-up",
        name: { en: "Open" },
        actor: "upper",
        summary: "Open the gate.",
        sets: { gate: "open" },
        basis: "author",
      },
    ],
    outcomes: [
      { id: "fed", name: { en: "Fed" }, when: [{ grain: ["ample"] }], basis: "author" },
      { id: "safe", name: { en: "Safe" }, when: [{ bridge: ["held"] }], basis: "author" },
    ],
    events: [],
  }),
);
const leverBalance = balanceAt(levers, { asOf: dayOf("2021-02-01") });

/** The same, with cells that would open the gate by themselves, and another decision that no option names. */
const pressed = balanceAt(
  study({
    ...levers,
    factors: [...levers.factors, { ...levers.factors.at(-1)!, id: "well" }],
    impacts: [
      ...levers.impacts,
      ...["gate", "well"].map((on) => ({
        id: `pressed-${on}`,
        from: { factor: "bridge", state: "disputed" },
        on,
        values: { shut: -3, open: 3 },
        basis: "author",
      })),
    ],
  }),
  { asOf: dayOf("2021-02-01") },
);

describe("decisions", () => {
  it("stay as they stand in every draw, whatever presses on them, but for those that an option sets", () => {
    for (const option of [undefined, "open-up" as OptionId]) {
      const { factors } = outlook(pressed, option ? { option, draws: 200 } : { draws: 200 })!;
      const shut = (id: string) =>
        factors.find(({ factor }) => factor === id)!.states.find(({ state }) => state === "shut")!.share;
      expect([shut("gate"), shut("well")]).toEqual([option ? 0 : 1, 1]);
    }
  });

  it("stay as they stand on the way to the destination", () => {
    expect(destination(pressed)!.end).toEqual([[1, 0, 0, 0]]);
    expect(destination(pressed, "open-up" as OptionId)!.end).toEqual([[2, 1, 1, 0]]);
  });
});

describe("outlook", () => {
  it("is certain where every cell is given and leads one way, and tells assumed from found", () => {
    const { outcomes, unsettled } = outlook(leverBalance, { option: "open-up" as OptionId })!;
    expect(outcomes).toMatchObject([
      { outcome: "fed", share: 1, assumed: true, standardError: 0 },
      { outcome: "safe", share: 1, assumed: false },
    ]);
    expect(unsettled.share).toBe(0);
  });

  it("is the same for a course of action asked alone and beside others", () => {
    const asked = [undefined, ...iraq.options.map(({ id }) => id)];
    const beside = outlooks(balance, asked, { draws: 500, seed: 7 })!;
    expect(beside.map(({ option }) => option)).toEqual(asked);
    asked.forEach((option, i) =>
      expect(outlook(balance, { ...(option ? { option } : {}), draws: 500, seed: 7 })).toEqual(beside[i]),
    );
  });

  it("with nothing forced repeats the shares of the states that nothing moves", () => {
    const { factors } = outlook(balanceAt({ ...levers, impacts: [] }, { asOf: dayOf("2021-02-01") }))!;
    for (const { factor, states } of factors) {
      const shares = leverBalance.states.find((state) => state.factor === factor)!.shares;
      states.forEach(({ share, standardError }, i) =>
        expect(Math.abs(share - shares[i]!.share)).toBeLessThanOrEqual(4 * standardError + 1e-9),
      );
    }
  });

  it("is the same for the same seed, and not for another", () => {
    expect(outlook(balance, { seed: 7 })).toEqual(outlook(balance, { seed: 7 }));
    expect(outlook(balance, { seed: 7 })).not.toEqual(outlook(balance, { seed: 8 }));
  });

  it("has shares of states that sum to what settles", () => {
    const { factors, unsettled } = outlook(balance, { draws: 500 })!;
    for (const { states } of factors)
      expect(states.reduce((sum, { share }) => sum + share, 0) + unsettled.share).toBeCloseTo(1, 12);
  });

  it("ranks the courses of action of the Iraq case as its assessment does", () => {
    expect(shareOf("ease", "impunity").share).toBeGreaterThan(0.9);
    expect(shareOf("push", "mobilised").share).toBeGreaterThan(shareOf("balance", "mobilised").share + 0.2);
    expect(shareOf("ease", "ally-lost").share).toBeGreaterThan(shareOf("balance", "ally-lost").share + 0.5);
    expect(shareOf("balance", "reform").share).toBeGreaterThan(shareOf("ease", "reform").share);
  });

  it("can suppose another state outside, and lists them all", () => {
    const squeezed = outlook(balance, { outside: new Map([["iran" as FactorId, "squeezed" as StateId]]) })!;
    const iran = squeezed.factors.find(({ factor }) => factor === "iran")!;
    expect(iran.states.find(({ state }) => state === "squeezed")!.share + squeezed.unsettled.share).toBeCloseTo(1, 12);
    expect(outlooksOutside(balance, { draws: 100 }).map(({ factor, state }) => [factor, state])).toEqual([
      ["iran", "squeezed"],
      ["shock", "easing"],
    ]);
  });

  it("is undefined where the present is not known, and refuses what the case does not have", () => {
    const silent = study(
      smallWith({ factors: smallData.factors.map(({ scale: _, ...factor }) => factor), events: [] }),
    );
    expect(outlook(balanceAt(silent, { asOf: 0 }))).toBeUndefined();
    expect(() => outlook(balance, { option: "nothing" as OptionId })).toThrow("unknown option: nothing");
    expect(() => outlook(balance, { outside: new Map([["pmu" as FactorId, "split" as StateId]]) })).toThrow(
      "no outside factor: pmu",
    );
    expect(() => outlook(balance, { draws: 0 })).toThrow("draws: expected a whole number from 1: 0");
    for (const seed of [-1, 1.5, 2 ** 32, NaN])
      expect(() => outlook(balance, { seed })).toThrow(`seed: expected a whole number from 0 to 4294967295: ${seed}`);
  });
});

describe("destination", () => {
  it("takes an option's decisions at once, so that nothing answers to what they were before", () => {
    const [first, ...rest] = levers.impacts;
    const shut = { ...first!, from: { ...first!.from, state: "shut" as StateId } };
    const answering = balanceAt({ ...levers, impacts: [shut, ...rest] }, { asOf: dayOf("2021-01-01") });
    expect(destination(answering)!.path.length).toBeGreaterThan(1);
    expect(destination(answering, "open-up" as OptionId)!.path).toEqual([[1, 0, 1]]);
  });

  it("is where succession rests from the most likely present", () => {
    const { from, end, settles } = destination(leverBalance, "open-up" as OptionId)!;
    expect(from).toEqual([1, 0, 0]);
    expect(settles).toBe(true);
    expect(end).toEqual([[2, 1, 1]]);
    expect(destination(leverBalance)!.end).toEqual([[1, 0, 0]]);
  });

  it("names the latest event without which it would be another", () => {
    const moved = movedDestination(balance, "push" as OptionId)!;
    const without = { ...iraq, events: iraq.events.filter(({ id }) => id !== moved) };
    expect(destination(balanceAt(without, july), "push" as OptionId)!.end).not.toEqual(
      destination(balance, "push" as OptionId)!.end,
    );
  });
});

describe("settler", () => {
  it("ends where succession ends, from every start, cycles told from rest", () => {
    const random = seeded(3);
    for (let round = 0; round < 300; round++) {
      const sizes = [3, 2, 3, 2];
      const system = crossImpactSystem(
        sizes,
        Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => Math.floor(7 * random()) - 3)),
      );
      const start = sizes.map((size) => Math.floor(size * random()));
      const inertia = round % 2;
      const walked = Int32Array.from(start);
      const expected = succession(system, start, { inertia });
      expect(settler(system, new Map(), inertia)(walked)).toBe(expected.settles);
      if (expected.settles) expect([...walked]).toEqual(expected.end[0]);
    }
    expect(systemOf(iraq).factors).toHaveLength(11);
  });
});

describe("normals", () => {
  const normal = normals(seededBits(1));
  const drawn = Float64Array.from({ length: 1_000_000 }, normal).toSorted();

  it("lie along the normal distribution, by Kolmogorov's distance", () => {
    let distance = 0;
    drawn.forEach((z, i) => (distance = Math.max(distance, Math.abs((i + 0.5) / drawn.length - normalShareBelow(z)))));
    // Exceeded by one honest million in a hundred.
    expect(distance).toBeLessThan(1.63 / Math.sqrt(drawn.length));
  });

  it("have both tails, and fall off in them as a normal does", () => {
    const beyond = (z: number) => drawn.filter((one) => one > z).length + drawn.filter((one) => one < -z).length;
    for (const z of [3.442619855899, 3.9, 4.4]) {
      const expected = 2 * (1 - normalShareBelow(z)) * drawn.length;
      expect(Math.abs(beyond(z) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });
});
