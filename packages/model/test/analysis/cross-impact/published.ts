import { readFileSync } from "node:fs";
import { crossImpactSystem, type CrossImpactSystem } from "../../../src/analysis/cross-impact/index.ts";

/** A solution as ScenarioWizard wrote it: states from 0, its weight among the starts, its total impact score. */
export interface PublishedSolution {
  states: number[];
  weight: number;
  score: number;
}

interface ScenarioWizardFile {
  descriptors: { states: string[] }[];
  matrix: number[][];
  scenarioWizardSolutions: { scenario1based: number[]; weight: number; totalImpactScore: number }[];
}

export function published(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../published/${file}.json`, import.meta.url), "utf8"));
}

/** A system published with the solutions that ScenarioWizard found, in lexicographic order. */
export function scenarioWizard(file: string): { system: CrossImpactSystem; solutions: PublishedSolution[] } {
  const { descriptors, matrix, scenarioWizardSolutions } = published(file) as ScenarioWizardFile;
  const sizes = descriptors.map(({ states }) => states.length);
  const solutions = scenarioWizardSolutions.map(({ scenario1based, weight, totalImpactScore: score }) => ({
    states: scenario1based.map((state) => state - 1),
    weight,
    score,
  }));
  const order = ({ states }: PublishedSolution) => states.join("");
  return {
    system: crossImpactSystem(sizes, matrix),
    solutions: solutions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
}

interface SomewherelandFile {
  descriptors: { id: string; states: string[] }[];
  matrixRowsSource_colsTarget: number[][];
  publishedConsistentScenarios: string[][];
  computedImpactBalances: Record<string, number[]>;
  computedTotalImpactScore: Record<string, number>;
  publishedTestScenario: { scenario: string[]; publishedBalances: number[] };
}

export const somewherelandFile = published("somewhereland") as SomewherelandFile;
export const somewhereland = crossImpactSystem(
  somewherelandFile.descriptors.map(({ states }) => states.length),
  somewherelandFile.matrixRowsSource_colsTarget,
);

/** "A3 B1 …" as states from 0. */
export function statesOf(scenario: readonly string[]): number[] {
  return scenario.map((state) => Number(state.slice(1)) - 1);
}
