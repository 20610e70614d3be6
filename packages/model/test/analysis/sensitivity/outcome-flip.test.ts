import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, type Case, type OptionId } from "../../../src/index.ts";
import { destination, outcomeTest } from "../../../src/analysis/outlook/index.ts";
import { notchRange, outcomeSensitivity, recoded, type Cell } from "../../../src/analysis/sensitivity/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const asOf = dayOf("2020-07-08");

/** Where a case ends, by the functions that say so elsewhere. */
function endingOf(one: Case, option?: OptionId, when = asOf) {
  const found = destination(balanceAt(one, { asOf: when }), option)!;
  const outcomes = found.settles
    ? one.outcomes.filter((outcome) => outcomeTest(one, outcome)(found.end[0]!)).map(({ id }) => id)
    : [];
  return { settles: found.settles, outcomes };
}

const states = ["low", "high"] as const;
const ids = ["one", "two", "three"] as const;
const impact = fc.record({
  from: fc.record({ factor: fc.constantFrom(...ids), state: fc.constantFrom(...states) }),
  on: fc.constantFrom(...ids),
  values: fc.record({ low: fc.integer({ min: -3, max: 3 }), high: fc.integer({ min: -3, max: 3 }) }),
});
const unscaled = fc
  .tuple(
    fc.uniqueArray(impact, { selector: ({ from, on }) => `${from.factor} ${from.state} ${on}`, maxLength: 8 }),
    fc.array(fc.constantFrom(...states), { minLength: 3, maxLength: 3 }),
    fc.constantFrom(0, 1),
  )
  .map(([impacts, opening, inertia]) =>
    study({
      ...smallWith({ actors: [], events: [] }),
      case: { ...smallData.case, method: { inertia } },
      factors: ids.map((id, i) => ({
        id,
        name: { en: id },
        kind: "condition",
        opening: opening[i],
        states: states.map((state) => ({ id: state, name: { en: state } })),
        basis: "author",
      })),
      impacts: impacts.map((row, i) => ({ id: `row-${i}`, ...row, basis: "author" })),
      outcomes: [
        { id: "peak", name: { en: "Peak" }, when: [{ one: ["high"], two: ["high"] }], basis: "author" },
        { id: "trough", name: { en: "Trough" }, when: [{ three: ["low"] }], basis: "author" },
      ],
    }),
  );

function cellsOf(one: Case): Cell[] {
  return one.factors.flatMap((from) =>
    from.states.flatMap((state) =>
      one.factors.flatMap((on) =>
        on.states.map((onState) => ({
          from: { factor: from.id, state: state.id },
          on: { factor: on.id, state: onState.id },
        })),
      ),
    ),
  );
}

describe("what would change where a case ends", () => {
  it("is what trying every cell and every state finds", () => {
    fc.assert(
      fc.property(unscaled, (one) => {
        const found = outcomeSensitivity(balanceAt(one, { asOf }))!;
        const now = endingOf(one);
        expect(found.ending).toEqual(now);
        const isCoded = ({ from, on }: Cell) =>
          one.impacts.some(
            (row) => row.from.factor === from.factor && row.from.state === from.state && row.on === on.factor,
          );
        const differs = (other: Case) => JSON.stringify(endingOf(other)) !== JSON.stringify(now);
        const counts = { coded: { changes: 0, moving: 0 }, empty: { changes: 0, moving: 0 } };
        for (const cell of cellsOf(one)) {
          const coded = isCoded(cell);
          if (!coded && cell.from.factor === cell.on.factor) continue;
          const coding = { kind: "cell" as const, ...cell };
          const { down, up } = notchRange(one, coding);
          const turning = Array.from({ length: down + up + 1 }, (_, i) => i - down).filter(
            (n) => n !== 0 && differs(recoded(one, coding, n)),
          );
          const fewest = Math.min(...turning.map(Math.abs));
          const flip = found.cells.find((candidate) => JSON.stringify(candidate.cell) === JSON.stringify(cell));
          expect(flip ? Math.abs(flip.notches) : Infinity).toBe(fewest);
          if (flip) {
            expect(flip.coded).toBe(coded);
            expect(endingOf(recoded(one, coding, flip.notches))).toEqual(flip.ending);
          }
          const counted = coded ? counts.coded : counts.empty;
          counted.changes += Number(down > 0) + Number(up > 0);
          counted.moving += turning.filter((n) => Math.abs(n) === 1).length;
        }
        expect(found.fragility).toEqual(counts);
        for (const factor of one.factors)
          for (const { id } of factor.states) {
            if (id === factor.opening) continue;
            const from = {
              ...one,
              factors: one.factors.map((each) => (each === factor ? { ...each, opening: id } : each)),
            };
            const flip = found.states.find((candidate) => candidate.factor === factor.id && candidate.state === id);
            expect(flip?.ending).toEqual(differs(from) ? endingOf(from) : undefined);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("really turns the first coding's ends, and one point less does not, for every course of action", () => {
    const iraq = firstCoding();
    const balance = balanceAt(iraq, { asOf });
    for (const option of [undefined, ...iraq.options.map(({ id }) => id)]) {
      const found = outcomeSensitivity(balance, option)!;
      const now = endingOf(iraq, option);
      expect(found.ending).toEqual(now);
      expect(found.cells.length).toBeGreaterThan(0);
      const step = Math.ceil(found.cells.length / 12);
      for (const { cell, notches, ending } of found.cells.filter((_, i) => i % step === 0)) {
        const coding = { kind: "cell" as const, ...cell };
        expect(endingOf(recoded(iraq, coding, notches), option)).toEqual(ending);
        expect(ending).not.toEqual(now);
        expect(endingOf(recoded(iraq, coding, notches - Math.sign(notches)), option)).toEqual(now);
      }
    }
  });

  it("lists coded cells before empty ones, each by the share of its range, and states by the steps they are away", () => {
    const found = outcomeSensitivity(balanceAt(firstCoding(), { asOf }), "push" as OptionId)!;
    const order = found.cells.map(({ coded, share }) => (coded ? 0 : 1) + share);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const steps = found.states.map((flip) => flip.steps ?? Infinity);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  it("measures the way to a cut in steps of evidence", () => {
    const one = study(
      smallWith({
        events: [],
        outcomes: [{ id: "bridge-held", name: { en: "Held" }, when: [{ bridge: ["held"] }], basis: "author" }],
      }),
    );
    const found = outcomeSensitivity(balanceAt(one, { asOf: dayOf("2021-02-01") }))!;
    expect(found.ending).toEqual({ settles: true, outcomes: [] });
    // From x = 0.1 to the cut at level 0.3, in steps of 0.25.
    expect(found.states).toEqual([
      {
        factor: "bridge",
        state: "held",
        steps: (Math.atanh(0.3) - 0.1) / 0.25,
        ending: { settles: true, outcomes: ["bridge-held"] },
      },
    ]);
  });

  it("holds decisions as they stand, and says what another choice would change", () => {
    const named = states.map((id) => ({ id, name: { en: id } }));
    const factor = (id: string, kind: string) => ({
      id,
      name: { en: id },
      kind,
      opening: "low",
      states: named,
      basis: "author",
    });
    const one = study(
      smallWith({
        events: [],
        factors: [factor("press", "condition"), { ...factor("gate", "decision"), actor: "upper" }],
        impacts: [
          {
            id: "a",
            from: { factor: "press", state: "low" },
            on: "gate",
            values: { low: -3, high: 3 },
            basis: "author",
          },
        ],
        outcomes: [{ id: "opened", name: { en: "Opened" }, when: [{ gate: ["high"] }], basis: "author" }],
      }),
    );
    const found = outcomeSensitivity(balanceAt(one, { asOf }))!;
    expect(found.ending).toEqual({ settles: true, outcomes: [] });
    expect(found.states).toEqual([
      { factor: "gate", state: "high", steps: undefined, ending: { settles: true, outcomes: ["opened"] } },
    ]);
  });

  it("is nothing where a present state is not known, and an error for an option that is not there", () => {
    const gate = {
      id: "gate",
      name: { en: "Gate" },
      kind: "condition",
      states: states.map((id) => ({ id, name: { en: id } })),
      basis: "author",
    };
    expect(outcomeSensitivity(balanceAt(study(smallWith({ factors: [gate], events: [] })), { asOf }))).toBeUndefined();
    expect(() => outcomeSensitivity(balanceAt(firstCoding(), { asOf }), "flee" as OptionId)).toThrow(
      "unknown option: flee",
    );
  });
});
