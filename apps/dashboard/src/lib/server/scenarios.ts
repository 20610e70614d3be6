import type { FactorStates, ImpactCell } from "@mizan/charts";
import { inLanguage, type Balance, type Case } from "@mizan/model";
import { figureText, listed } from "@mizan/model/words";
import { carryOn, coursesAt, type Courses } from "./courses.ts";
import { systemFault, whyUnfollowed } from "./unfollowed.ts";
import { factorStates } from "./factor-states.ts";
import { drawnCells } from "./matrix.ts";
import type { Reading } from "./reading.ts";
import { scenarioRows, type ScenarioRows } from "./scenario-row.ts";

/** Where a case may go, as its page shows it. */
export interface Scenarios {
  claim: string;
  factors: readonly FactorStates[];
  /** Undefined, with the reason why, where nothing can be followed. */
  courses: Courses | undefined;
  whyNoCourses: string | undefined;
  /** That no option is there to follow, and why. */
  noOptions: string | undefined;
  /** Undefined for a case without a cross-impact system. */
  scenarios: (ScenarioRows & { claim: string }) | undefined;
  /** Undefined where there are too many to draw. */
  cells: readonly ImpactCell[] | undefined;
  impacts: number;
}

const worked = new WeakMap<Balance, Promise<Scenarios>>();

/** The scenarios and courses of action of a reading, worked out once for all who share it. */
export function scenariosOf(reading: Reading): Promise<Scenarios> {
  const found = worked.get(reading.balance) ?? scenariosAt(reading);
  worked.set(reading.balance, found);
  return found;
}

async function scenariosAt(reading: Reading): Promise<Scenarios> {
  const { balance, made } = reading;
  const { study } = balance;
  const problem = systemFault(study);
  const whyNoCourses = whyUnfollowed(balance);
  const courses = whyNoCourses === undefined ? await coursesAt(balance, made.options) : undefined;
  const rows =
    problem === undefined ? scenarioRows(balance, courses ? made.options : [], inLanguage(carryOn)) : undefined;
  const scenarios = rows && { ...rows, claim: courses ? foundText(rows) : "Every combination that holds together" };
  return {
    claim: courses?.claim ?? (rows ? foundText(rows) : `This case has no scenarios: ${problem}`),
    factors: study.factors.map(factorStates),
    courses,
    whyNoCourses,
    noOptions: noOptionsText(study, made.options.length),
    scenarios,
    cells: drawnCells(study),
    impacts: study.impacts.length,
  };
}

/** How many scenarios hold together, and which course leads to the one of highest score. */
function foundText({ rows, found }: ScenarioRows): string {
  const reached = rows[0]?.reached ?? [];
  const count = `${figureText(found, "count")} ${found === 1 ? "scenario holds" : "scenarios hold"} together`;
  return reached.length === 0 || found === 0
    ? count
    : `${count}; ${listed(reached)} ${reached.length === 1 ? "leads" : "lead"} to the strongest`;
}

function noOptionsText({ options }: Case, made: number): string | undefined {
  if (made > 0) return undefined;
  return options.length > 0
    ? "No course of action had been written by this day."
    : "No course of action is recorded: an option sets a decision of an actor, and stands here beside carrying on.";
}
