import { describe, expect, it } from "vitest";
import {
  configurationCode,
  configurationOf,
  consistentConfigurations,
  strains,
  systemOf,
  systemProblem,
} from "../../../src/analysis/cross-impact/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { smallWith, study } from "../../small-study.ts";

/** Grain that is ample wants the bridge held by 3, and nothing speaks for grain. */
const pulled = study(
  smallWith({
    impacts: [
      {
        id: "a",
        from: { factor: "grain", state: "ample" },
        on: "bridge",
        values: { lost: -3, disputed: 0, held: 3 },
        basis: "author",
      },
    ],
  }),
);
const { system } = systemOf(pulled);

describe("strains", () => {
  it("are the factors that a rival's balance pulls away, with how far", () => {
    expect(strains(pulled, system, [0, 1])).toEqual([{ factor: 0, rival: 2, gap: 6 }]);
    expect(strains(pulled, system, [2, 1])).toEqual([]);
  });

  it("leave out what someone decides", () => {
    const [bridge, grain] = pulled.factors;
    const decided = { factors: [{ ...bridge!, kind: "decision" as const }, grain!] };
    expect(strains(decided, system, [0, 1])).toEqual([]);
  });

  it("are none of every consistent configuration", () => {
    const iraq = firstCoding();
    const whole = systemOf(iraq).system;
    const found = consistentConfigurations(whole).consistent;
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ states }) => strains(iraq, whole, states).length > 0)).toEqual([]);
  });
});

describe("a configuration's code", () => {
  it("leads back to it", () => {
    expect(configurationCode([2, 1])).toBe("21");
    expect(configurationOf(pulled, "21")).toEqual([2, 1]);
  });

  it.each(["", "2", "211", "31", "2x", "-1"])("is none of a case where it does not fit: %j", (code) => {
    expect(configurationOf(pulled, code)).toBeUndefined();
  });
});

describe("systemProblem", () => {
  it("is undefined for a case that has a system, and says why one has none", () => {
    expect(systemProblem(pulled)).toBeUndefined();
    expect(systemProblem({ factors: [], impacts: [] })).toContain("sizes");
    const many = Array.from({ length: 61 }, (_, i) => ({ ...pulled.factors[0]!, id: `f${i}` as never }));
    expect(systemProblem({ factors: many, impacts: [] })).toContain("60");
  });
});
