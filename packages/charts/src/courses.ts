import { inLanguage, type LanguageMap } from "@mizan/model";
import { listed } from "@mizan/model/words";
import type { DrawingTable } from "./drawing.ts";
import { wayText, type FactorStates, type PathState, type StateWay } from "./state-path.ts";

/** A course of action: what is set, the way of every factor to where it settles, and how the draws come out. */
export interface Course {
  /** The option's; empty where nothing new is decided. */
  id: string;
  name: LanguageMap;
  summary: string;
  /** Where the summary was read: "¶11". */
  places: string;
  /** What is set, in a sentence. */
  forced: string;
  /** In the order of the factors. */
  ways: readonly StateWay[];
  settles: boolean;
  /** How it comes to rest, in a sentence. */
  rest: string;
  /** The outcomes that hold where it rests. */
  holds: readonly { id: string; name: LanguageMap; assumed: boolean }[];
  /** The share of draws in which each outcome holds, in the order of the outcomes. */
  shares: readonly OutcomeShare[];
  /** The share of draws that never settle. */
  unsettled: Omit<OutcomeShare, "assumed">;
}

/** A share of the draws, 0 to 1, with the key of its trace. */
export interface OutcomeShare {
  share: number;
  trace: string;
  /** One cell leads to it from a state that is set. */
  assumed: boolean;
}

/** An outcome that courses of action are asked about. */
export interface CourseOutcome {
  id: string;
  name: LanguageMap;
}

/** Steps of the longest way of any course. */
export function longestWay(courses: readonly Pick<Course, "ways">[]): number {
  return Math.max(1, ...courses.flatMap(({ ways }) => ways.map(({ steps }) => steps.length - 1)));
}

/** The state a way ends in; undefined for a factor that never rests. */
export function endOf(
  { steps, settles = true }: StateWay,
  { states }: Pick<FactorStates, "states">,
): PathState | undefined {
  return settles ? states[steps.at(-1)!] : undefined;
}

/** The courses in a sentence each. */
export function coursesSummary(courses: readonly Course[], factors: readonly FactorStates[], language = "en"): string {
  return courses
    .map(({ name, forced, rest, ways }) => {
      const moved = ways.flatMap((way, i) =>
        new Set(way.steps).size > 1
          ? [`${inLanguage(factors[i]!.name, language)} ${wayText(way, factors[i]!.states)}`]
          : [],
      );
      const ends = moved.length === 0 ? "No factor moves." : `It moves ${listed(moved)}.`;
      return `${inLanguage(name, language)}. ${forced} ${rest} ${ends}`;
    })
    .join(" ");
}

/** The courses as a table: where each factor ends, then how often each outcome holds. */
export function coursesTable(
  courses: readonly Course[],
  factors: readonly FactorStates[],
  outcomes: readonly CourseOutcome[],
  language = "en",
): DrawingTable {
  return {
    columns: ["Factor or outcome", "Now", ...courses.map(({ name }) => inLanguage(name, language))],
    rows: [
      ...factors.map((factor, i) => [
        inLanguage(factor.name, language),
        factor.states[courses[0]!.ways[i]!.steps[0]!]!.name,
        ...courses.map(({ ways }) => endOf(ways[i]!, factor)?.name ?? "never at rest"),
      ]),
      ...outcomes.map((outcome, i) => [
        inLanguage(outcome.name, language),
        "",
        ...courses.map(({ shares }) => shareFigure(shares[i]!)),
      ]),
      ["Never settles", "", ...courses.map(({ unsettled }) => shareFigure(unsettled))],
    ],
  };
}

function shareFigure({ share, trace }: Pick<OutcomeShare, "share" | "trace">) {
  return { value: share, form: "share" as const, trace };
}
