import { textWithin } from "@mizan/charts";
import { inLanguage, type Judgement, type Option } from "@mizan/model";
import { counted, listed } from "@mizan/model/words";
import { factorOf, shortNameOf, type Briefing } from "../briefing.ts";
import { citationsOf, placesOf } from "../citation-text.ts";
import { byLikelihood, likelihoodOf } from "../firmness.ts";
import { bodyHeight, inPages, isSparse } from "../pages.ts";
import type { Page } from "../slide.ts";
import { lineCount } from "../text-lines.ts";
import { slideWidth } from "../title-size.ts";
import { quoted } from "../quoted.ts";

/** What is said to follow from a course, with its place in the assessment. */
export interface Consequence {
  factor: string | undefined;
  statement: string;
  place: string;
}

/** What is judged of a course, by its name in the case. */
export interface Judged {
  number: string;
  judgement: Judgement;
}

export interface CoursesPage extends Page {
  options: readonly Option[];
  /** Rows of the comparison: for each, what follows under each option. */
  rows: readonly (readonly (Consequence | undefined)[])[];
  /** Rows of what is judged of each option, after all that follows. */
  judged: readonly (readonly (Judged | undefined)[])[];
  /** True on the page where what is judged begins, which names the options of which nothing is. */
  opensJudged: boolean;
}

type Row =
  | { kind: "follows"; cells: readonly (Consequence | undefined)[] }
  | { kind: "judged"; cells: readonly (Judged | undefined)[] };

const columnsOnPage = 3;
const columnGap = 28;
const headHeight = 84;
const cellPadding = 15;
/** How much of a factor's name stands before what follows for it, in pixels. */
export const mostOfFactor = 240;
const judgedLine = 28;
const judgedRule = 10;

/** The courses of action side by side: what each sets, what is said to follow, how likely that is judged to be. */
export function coursesPages(briefing: Briefing): CoursesPage[] {
  const groups = Math.ceil(briefing.options.length / columnsOnPage);
  const width = Math.ceil(briefing.options.length / groups);
  const title = coursesTitle(briefing);
  return Array.from({ length: groups }, (_, group) =>
    briefing.options.slice(group * width, (group + 1) * width),
  ).flatMap((options) => pagesOf(briefing, options, title));
}

function pagesOf(briefing: Briefing, options: readonly Option[], title: string): CoursesPage[] {
  const judged = options.map((option) => judgedOf(briefing, option));
  const follows = options.map((option) => consequencesOf(briefing, option));
  const rows: Row[] = [
    ...inRows(follows).map((cells) => ({ kind: "follows" as const, cells })),
    ...(briefing.judgements.length > 0 ? inRows(judged, 1) : []).map((cells) => ({ kind: "judged" as const, cells })),
  ];
  const first = rows.find(({ kind }) => kind === "judged");
  const column = (slideWidth - columnGap * (options.length - 1)) / options.length;
  const height = (row: Row) =>
    row.kind === "judged"
      ? judgedLine + (row === first ? judgedRule : 0)
      : cellPadding + Math.max(...row.cells.map((cell) => (cell ? 26 * linesOf(cell, column) : 0)));
  const pages = rows.length === 0 ? [[]] : inPages(rows, height, bodyHeight - headHeight);
  return pages.map((shown) => ({
    title,
    citations: citationsOf([
      ...options,
      ...options.flatMap(({ follows = [] }) => follows),
      ...judged.flat().map(({ judgement }) => judgement),
    ]),
    rule: options.map((option) => `${inLanguage(option.name)}: ${option.summary}`).join(" "),
    options,
    rows: shown.flatMap((row) => (row.kind === "follows" ? [row.cells] : [])),
    judged: shown.flatMap((row) => (row.kind === "judged" ? [row.cells] : [])),
    opensJudged: first !== undefined && shown.includes(first),
    sparse: isSparse(shown, height),
  }));
}

/** Columns of unequal length as rows. */
function inRows<Cell>(columns: readonly (readonly Cell[])[], least = 0): (Cell | undefined)[][] {
  const length = Math.max(least, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, i) => columns.map((column) => column[i]));
}

/** The judgements a course bears on, the likeliest first. */
function judgedOf({ judgements, judgementNames }: Briefing, { id }: Option): Judged[] {
  return judgements
    .filter(({ option }) => option === id)
    .toSorted(byLikelihood)
    .map((judgement) => ({ judgement, number: judgementNames.get(judgement.id)! }));
}

function consequencesOf(briefing: Briefing, { follows = [] }: Option): Consequence[] {
  return follows.map(({ statement, factor, citations }) => {
    const record = factor && factorOf(briefing, factor);
    return {
      factor: record && shortNameOf(record),
      statement,
      place: placesOf(citations),
    };
  });
}

function linesOf({ factor, statement, place }: Consequence, column: number): number {
  return lineCount(`${textWithin(factor ?? "", mostOfFactor, 20)} ${statement} ${place}`, column, 20);
}

function coursesTitle(briefing: Briefing): string {
  const { options, study } = briefing;
  const [first, second] = options
    .flatMap((option) => judgedOf(briefing, option).map((judged) => ({ option, ...judged })))
    .toSorted((a, b) => byLikelihood(a.judgement, b.judgement));
  const likelihood = first?.judgement.likelihood;
  if (likelihood && (!second || likelihoodOf(second.judgement) < likelihoodOf(first.judgement)))
    return `${counted(options.length, "course")} of action; the likeliest judgement on any of them is ${first.number}, on ${quoted(inLanguage(first.option.name))}: ${likelihood}`;
  const names = listed(options.map(({ name }) => inLanguage(name)));
  const actors = [...new Set(options.map(({ actor }) => actor))].map((id) =>
    study.actors.find((actor) => actor.id === id)!,
  );
  return `${counted(options.length, "course is", "courses are")} open to ${listed(actors.map(shortNameOf))}: ${names}`;
}
