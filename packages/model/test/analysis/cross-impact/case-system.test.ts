import { describe, expect, it } from "vitest";
import { dayOf, factorStates, levels, shiftsOf } from "../../../src/index.ts";
import {
  basinsOf,
  consistentConfigurations,
  forcedBy,
  givenOf,
  presentConfiguration,
  systemOf,
} from "../../../src/analysis/cross-impact/index.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const row = (from: string, state: string, on: string, values: Record<string, number>) => ({
  id: `${from}-${state}-${on}`,
  from: { factor: from, state },
  on,
  values,
  basis: "author",
});
const named = (...ids: string[]) => ids.map((id) => ({ id, name: { en: id } }));

const withStance = study(
  smallWith({
    factors: [
      {
        id: "stance",
        name: { en: "Stance" },
        kind: "decision",
        actor: "upper",
        states: named("yield", "stand"),
        opening: "yield",
        basis: "author",
      },
      ...smallData.factors,
      { id: "river", name: { en: "River" }, kind: "outside", states: named("low", "high"), basis: "author" },
    ],
    impacts: [
      row("stance", "stand", "bridge", { held: 2, lost: -2 }),
      row("stance", "yield", "bridge", { held: -1, disputed: 1 }),
      row("bridge", "held", "grain", { ample: 1, short: -1 }),
      row("river", "high", "bridge", { lost: 3, held: -3 }),
    ],
    options: [
      {
        id: "firm",
        name: { en: "Stand firm" },
        actor: "upper",
        summary: "x",
        sets: { stance: "stand" },
        basis: "author",
      },
    ],
  }),
);

describe("the system of a case", () => {
  const { system, factors, states } = systemOf(withStance);

  it("has the case's factors and states in its order, and 0 where no impact is recorded", () => {
    expect(factors).toEqual(["stance", "bridge", "grain", "river"]);
    expect(states[1]).toEqual(["lost", "disputed", "held"]);
    expect(system.sizes).toEqual([2, 3, 2, 2]);
    expect(Array.from(system.impacts.subarray(9, 18))).toEqual([0, 0, -2, 0, 2, 0, 0, 0, 0]);
    expect(system.impacts.reduce((sum, impact) => sum + Math.abs(impact), 0)).toBe(14);
  });

  it("needs at least one factor", () => {
    expect(() => systemOf({ factors: [], impacts: [] })).toThrow("sizes: expected the number of states of each factor");
  });

  const day = dayOf("2021-03-20");
  const present = presentConfiguration(
    withStance,
    factorStates(withStance, levels(withStance, shiftsOf(withStance), day), day),
  );

  it("stands where the case stands, undefined where nothing says", () => {
    expect(present).toEqual([0, 2, 0, undefined]);
  });

  it("is asked under every choice of the decisions and the present outside states", () => {
    expect(givenOf(withStance, [0, 2, 0, 1])).toEqual({ forced: new Map([[3, 1]]), chosen: new Set([0]) });
    expect(givenOf(withStance, [0, 2, 0, 1], "any")).toEqual({ forced: new Map(), chosen: new Set([0, 3]) });
    expect(givenOf(withStance, present).chosen).toEqual(new Set([0, 3]));
    const given = givenOf(withStance, [0, 2, 0, 0]);
    const { consistent } = consistentConfigurations(system, given);
    expect(consistent.map(({ states: found }) => found)).toEqual([
      [0, 1, 0, 0],
      [0, 1, 1, 0],
      [1, 2, 1, 0],
    ]);
    const { basins, starts } = basinsOf(system, given);
    expect(starts).toBe(12);
    expect(basins.map(({ states: end, size }) => [end.length, size])).toEqual([
      [1, 2],
      [1, 4],
      [1, 6],
    ]);
  });

  it("has the decision that an option forces", () => {
    expect(forcedBy(withStance, withStance.options[0]!)).toEqual(new Map([[0, 1]]));
  });
});
