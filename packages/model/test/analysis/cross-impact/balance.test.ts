import { describe, expect, it } from "vitest";
import {
  configurationCount,
  crossImpactSystem,
  impactBalances,
  totalImpactScore,
} from "../../../src/analysis/cross-impact/index.ts";
import { somewhereland, somewherelandFile, statesOf } from "./published.ts";

describe("the balances of a configuration", () => {
  it("are the row that the manual prints for its test scenario", () => {
    const { scenario, publishedBalances } = somewherelandFile.publishedTestScenario;
    expect([...impactBalances(somewhereland, statesOf(scenario))]).toEqual(publishedBalances);
  });

  it.each(Object.entries(somewherelandFile.computedImpactBalances))("are those listed for %s", (scenario, balances) => {
    const states = statesOf(scenario.split(" "));
    expect([...impactBalances(somewhereland, states)]).toEqual(balances);
    expect(totalImpactScore(somewhereland, states)).toBe(somewherelandFile.computedTotalImpactScore[scenario]);
  });
});

describe("the count of configurations", () => {
  it("is exact beyond 2^53, and leaves out what is forced", () => {
    const states = 540;
    const zeros = Array.from({ length: states }, () => Array.from({ length: states }, () => 0));
    const system = crossImpactSystem(
      Array.from({ length: 60 }, () => 9),
      zeros,
    );
    expect(configurationCount(system)).toBe(9n ** 60n);
    expect(configurationCount(system, new Map([[0, 4]]))).toBe(9n ** 59n);
    expect(configurationCount(somewhereland)).toBe(486n);
  });
});
