import { basinsOf, consistentConfigurations, type CrossImpactSystem } from "../src/analysis/cross-impact/index.ts";
import { scenarioWizard, somewhereland } from "../test/analysis/cross-impact/published.ts";
import { fifteenFactors } from "../test/analysis/cross-impact/random-system.ts";

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: number, work: () => void): number {
  work();
  return Array.from({ length: times }, () => milliseconds(work)).toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
}

function against(value: number, unit: string, goal: number | undefined): string {
  const text = `${value.toPrecision(3)} ${unit}`;
  return goal === undefined ? text : `${text} (goal ${goal} ${unit}, ratio ${(value / goal).toFixed(2)})`;
}

function searches(what: string, system: CrossImpactSystem, goal?: number): void {
  const { nodes, consistent } = consistentConfigurations(system);
  const ms = median(7, () => void consistentConfigurations(system));
  console.log(
    `${what}, all ${consistent.length} solutions: ${against(ms, "ms", goal)}, ${nodes.toLocaleString("en")} nodes, ${((ms * 1e6) / nodes).toPrecision(3)} ns each`,
  );
}

function counts(what: string, system: CrossImpactSystem, goal?: number): void {
  let starts = 0;
  let ends = 0;
  const seconds =
    milliseconds(() => {
      const { basins, starts: followed } = basinsOf(system);
      starts = followed;
      ends = basins.length;
    }) / 1000;
  console.log(
    `${what}, all ${ends} basins exact: ${against(seconds, "s", goal)}, ${starts.toLocaleString("en")} configurations, ${((seconds * 1e9) / starts).toPrecision(3)} ns each`,
  );
}

const regional = scenarioWizard("CIB_natl_regional").system;
const seeds = [1, 2, 3].map((seed) => [seed, fifteenFactors(seed)] as const);
searches("Somewhereland", somewhereland);
for (const [seed, system] of seeds) searches(`15 factors (seed ${seed}, impacts −2 to 2)`, system, 130);
searches("natl_regional", regional);
counts("Somewhereland", somewhereland);
counts("15 factors (seed 1, impacts −2 to 2)", seeds[0]![1], 15);
counts("natl_regional", regional);
