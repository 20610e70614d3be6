import { counted, listed } from "./sentence.ts";

/** What a course of action comes to, as the claim over all of them tells it. */
export interface CourseEnd {
  name: string;
  /** Comes to rest; else it turns in a cycle. */
  settles: boolean;
  /** Factors that end elsewhere than they stand. */
  moved: number;
  /** Names of the outcomes that hold at the end, the most telling first. */
  outcomes: readonly string[];
}

/** What each course of action settles in, as one clause; those that come to the same are told together. */
export function coursesClaim(courses: readonly CourseEnd[]): string {
  const groups = [...Map.groupBy(courses, endText)].map(([end, own]) => ({ end, own, settles: own[0]!.settles }));
  const told = groups.map(({ end, own, settles }, i) => {
    const verb = groups[i - 1]?.settles === settles ? "" : ` ${verbOf(settles, own.length)}`;
    return `${listed(own.map(({ name }) => name))}${verb}${end}`;
  });
  return told.join(", ");
}

function verbOf(settles: boolean, count: number): string {
  return `${settles ? "" : "never "}${count === 1 ? "settles" : "settle"}`;
}

function endText({ settles, moved, outcomes: [first, ...rest] }: CourseEnd): string {
  if (!settles) return "";
  if (first !== undefined)
    return ` in “${first}”${rest.length > 0 ? ` and ${counted(rest.length, "more outcome")}` : ""}`;
  return moved === 0 ? " where things stand" : " in none of the outcomes";
}
