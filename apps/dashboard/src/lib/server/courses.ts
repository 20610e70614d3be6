import type { Course, CourseOutcome, FactorStates } from "@mizan/charts";
import { inLanguage, type Balance, type Case, type LanguageMap, type Option } from "@mizan/model";
import {
  coursesOf,
  destination,
  outcomeTest,
  outlookDraws,
  outlooksTask,
  type Destination,
  type Outlook,
} from "@mizan/model/outlook";
import { forcedBy, run } from "@mizan/model/scenarios";
import { counted, coursesClaim, figureText, listed, type CourseEnd } from "@mizan/model/words";
import { citedOf } from "./cited.ts";
import { factorStates } from "./factor-states.ts";

/** Courses of action side by side, as the page draws them. */
export interface Courses {
  claim: string;
  /** How many draws the shares are of, in words. */
  draws: string;
  factors: readonly FactorStates[];
  outcomes: readonly CourseOutcome[];
  courses: readonly Course[];
}

/** What doing nothing new is called among courses of action. */
export const carryOn: LanguageMap = { en: "Carry on" };

/** Where each course of action leads, nothing new decided first. Undefined where some factor's present state is not known. */
export async function coursesAt(balance: Balance, options: Option[]): Promise<Courses | undefined> {
  const { study } = balance;
  const drawn = await run(outlooksTask(balance, coursesOf({ options })));
  if (!drawn) return undefined;
  const courses = drawn.map((outlook, i) => courseOf(balance, options[i - 1], outlook));
  return {
    claim: coursesClaim(courses.map(endOfCourse)),
    draws: figureText(outlookDraws, "count"),
    factors: study.factors.map(factorStates),
    outcomes: study.outcomes.map(({ id, name }) => ({ id, name })),
    courses,
  };
}

function courseOf(balance: Balance, option: Option | undefined, outlook: Outlook): Course {
  const { study } = balance;
  const leads = destination(balance, option?.id)!;
  const set = option ? forcedBy(study, option) : new Map<number, number>();
  const suffix = option ? `/${option.id}` : "";
  return {
    id: option?.id ?? "",
    name: option?.name ?? carryOn,
    summary: option?.summary ?? "Nobody decides anything new: each decision stays as it is, and impacts do the rest.",
    places: option ? placesOf(balance, option) : "",
    forced: forcedText(study, set),
    ways: waysOf(leads, option !== undefined, set),
    settles: leads.settles,
    rest: restText(leads),
    holds: leads.settles ? holding(study, leads, outlook) : [],
    shares: outlook.outcomes.map(({ outcome, share, assumed }) => ({
      share,
      assumed,
      trace: `outlook/${outcome}${suffix}`,
    })),
    unsettled: { share: outlook.unsettled.share, trace: `unsettled${suffix}` },
  };
}

/** Every factor's states from now on: as it stands, as a decision sets it, and after each step of succession. */
export function waysOf(
  { from, path, end }: Destination,
  decided: boolean,
  set: ReadonlyMap<number, number>,
): Course["ways"] {
  const passed = decided || path.length === 1 ? [from, ...path] : path;
  return from.map((_, factor) => ({
    steps: passed.map((configuration) => configuration[factor]!),
    held: set.has(factor),
    settles: end.every((configuration) => configuration[factor] === end[0]![factor]),
  }));
}

function forcedText({ factors }: Case, set: ReadonlyMap<number, number>): string {
  const parts = [...set].map(([at, state]) => {
    const { shortName, name, states } = factors[at]!;
    return `${inLanguage(shortName ?? name)} is set to ${inLanguage(states[state]!.name)}`;
  });
  return parts.length === 0 ? "Nothing is forced." : `${listed(parts)}.`;
}

function restText({ path, end, settles }: Destination): string {
  if (!settles) return `It never settles: it turns through ${counted(end.length, "combination")}.`;
  const steps = path.length - 1;
  return steps === 0 ? "It rests at once." : `It rests after ${counted(steps, "step")}.`;
}

/** The outcomes that hold at the end: those found before those assumed, the more often drawn first. */
function holding({ outcomes, ...study }: Case, { end }: Destination, outlook: Outlook): Course["holds"] {
  const drawnAs = new Map(outlook.outcomes.map((row) => [row.outcome, row]));
  return outcomes
    .filter((outcome) => outcomeTest(study, outcome)(end[0]!))
    .map(({ id, name }) => ({ id, name, ...drawnAs.get(id)! }))
    .toSorted((a, b) => Number(a.assumed) - Number(b.assumed) || b.share - a.share)
    .map(({ id, name, assumed }) => ({ id, name, assumed }));
}

function placesOf(balance: Balance, { citations }: Option): string {
  const places = citedOf(balance, citations).flatMap(({ place }) => place ?? []);
  return [...new Set(places)].join(", ");
}

/** What a course comes to, for the claim. */
export function endOfCourse({
  name,
  settles,
  ways,
  holds,
}: Pick<Course, "name" | "settles" | "ways"> & { holds: readonly CourseOutcome[] }): CourseEnd {
  return {
    name: inLanguage(name),
    settles,
    moved: ways.filter(({ steps }) => steps[0] !== steps.at(-1)).length,
    outcomes: holds.map((outcome) => inLanguage(outcome.name)),
  };
}
