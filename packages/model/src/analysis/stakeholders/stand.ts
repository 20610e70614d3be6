import type { Case } from "../../case.ts";
import { problemText, type Problem } from "../../problem.ts";

/** Where an actor stands on an issue, how much it cares and how much it can bring to bear. */
export interface Stand {
  /** The actor; no two of the same name. */
  name: string;
  /** On the issue's scale, whatever its unit; any finite number. */
  position: number;
  /** From 0; one unit for all actors of the issue. */
  salience: number;
  /** From 0; one unit for all actors of the issue. */
  capability: number;
}

/** The ends of an issue's scale. */
export interface Scale {
  from: number;
  to: number;
}

/** Why stands cannot be weighed: all reasons at once. */
export class StakeholderError extends RangeError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.name = "StakeholderError";
    this.problems = problems;
  }
}

/** The stands of a case's actors on one of its issues, by actor id. Empty for an issue nobody takes a position on. */
export function standsOn({ stakeholders }: Case, issue: string): Stand[] {
  return stakeholders
    .filter((stakeholder) => stakeholder.issue === issue)
    .map(({ actor, position, salience, capability }) => ({ name: actor, position, salience, capability }));
}

/** Throws StakeholderError, with every problem, unless there are stands that can be weighed. */
export function checkStands(stands: readonly Stand[], scale?: Scale): void {
  const problems: Problem[] = [];
  const add = (place: readonly (string | number)[], problem: string, value?: unknown) =>
    problems.push({ path: ["stakeholders", ...place], problem, value: Number.isNaN(value) ? "NaN" : value });
  const firstAt = new Map<string, number>();
  stands.forEach(({ name, position, salience, capability }, i) => {
    const first = firstAt.get(name);
    if (first === undefined) firstAt.set(name, i);
    else add(["actors", i, "name"], `name already used by [${first}]`, name);
    if (!Number.isFinite(position)) add(["actors", i, "position"], "expected a number", position);
    else if (scale && !(position >= least(scale) && position <= most(scale)))
      add(["actors", i, "position"], `expected a position from ${least(scale)} to ${most(scale)}`, position);
    for (const [key, value] of Object.entries({ salience, capability }))
      if (!(Number.isFinite(value) && value >= 0)) add(["actors", i, key], "expected a number from 0", value);
  });
  if (stands.length === 0) add(["actors"], "expected at least one actor");
  else if (problems.length === 0 && stands.every(({ salience, capability }) => salience === 0 || capability === 0))
    add(["actors"], "expected an actor with both salience and capability above 0");
  else if (problems.length === 0 && !Number.isFinite(totalWeight(stands)))
    add(["actors"], "expected weights (capability × salience) whose sum is a finite number");
  if (problems.length > 0) throw new StakeholderError(problems);
}

function totalWeight(stands: readonly Stand[]): number {
  return stands.reduce((sum, { salience, capability }) => sum + salience * capability, 0);
}

const least = ({ from, to }: Scale) => Math.min(from, to);
const most = ({ from, to }: Scale) => Math.max(from, to);
