import { inLanguage, type Judgement, type Option } from "@mizan/model";
import { factorOf, shortNameOf, type Briefing } from "../briefing.ts";
import { citationsOf, placesOf } from "../citation-text.ts";
import { byLikelihood, likelihoodOf } from "../firmness.ts";
import { bodyHeight, inPages } from "../pages.ts";
import type { Page } from "../slide.ts";
import { lineCount } from "../text-lines.ts";
import { slideWidth } from "../title-size.ts";
import { counted, listed, quoted } from "../words.ts";

/** What is said to follow from a course, with its place in the assessment. */
export interface Consequence {
  factor: string | undefined;
  statement: string;
  place: string;
}

export interface CoursesPage extends Page {
  options: readonly Option[];
  /** Rows of the comparison: for each, what follows under each option. */
  rows: readonly (Consequence | undefined)[][];
  /** What is judged of each option; only on its last page. */
  judged: readonly (readonly Judgement[])[];
}

const columnsOnPage = 3;
const columnGap = 28;
const headHeight = 84;
const cellPadding = 15;
const judgedLine = 28;

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
  const judged = options.map((option) => judgementsOn(briefing, option));
  const follows = options.map((option) => consequencesOf(briefing, option));
  const rows = Array.from({ length: Math.max(...follows.map(({ length }) => length)) }, (_, i) =>
    follows.map((own) => own[i]),
  );
  const column = (slideWidth - columnGap * (options.length - 1)) / options.length;
  const height = (row: readonly (Consequence | undefined)[]) =>
    cellPadding + Math.max(...row.map((cell) => (cell ? 26 * linesOf(cell, column) : 0)));
  const room = bodyHeight - headHeight - (10 + judgedLine * Math.max(1, ...judged.map(({ length }) => length)));
  const pages = rows.length === 0 ? [[]] : inPages(rows, height, room);
  return pages.map((shown, i) => ({
    title,
    citations: citationsOf([...options, ...options.flatMap(({ follows = [] }) => follows), ...judged.flat()]),
    rule: options.map((option) => `${inLanguage(option.name)}: ${option.summary}`).join(" "),
    options,
    rows: shown,
    judged: i === pages.length - 1 ? judged : [],
  }));
}

/** The judgements a course bears on, the likeliest first. */
function judgementsOn({ judgements }: Briefing, { id }: Option): Judgement[] {
  return judgements.filter(({ option }) => option === id).toSorted(byLikelihood);
}

function consequencesOf(briefing: Briefing, { follows = [] }: Option): Consequence[] {
  return follows.map(({ statement, factor, citations }) => {
    const record = factor && factorOf(briefing, factor);
    return { factor: record && shortNameOf(record), statement, place: placesOf(citations) };
  });
}

function linesOf({ factor, statement, place }: Consequence, column: number): number {
  return lineCount(`${factor ?? ""} ${statement} ${place}`, column, 20);
}

function coursesTitle(briefing: Briefing): string {
  const { options, study } = briefing;
  const ranked = options
    .flatMap((option) =>
      judgementsOn(briefing, option)
        .slice(0, 1)
        .map((judgement) => ({ option, judgement })),
    )
    .toSorted((a, b) => byLikelihood(a.judgement, b.judgement));
  const [first, second] = ranked;
  const likelihood = first?.judgement.likelihood;
  if (likelihood && (!second || likelihoodOf(second.judgement) < likelihoodOf(first.judgement))) {
    return `Of ${counted(options.length, "course")} of action, ${quoted(inLanguage(first.option.name))} has the likeliest judged consequence: ${likelihood}`;
  }
  const names = listed(options.map(({ name }) => inLanguage(name)));
  const actors = [...new Set(options.map(({ actor }) => actor))].map((id) =>
    study.actors.find((actor) => actor.id === id)!,
  );
  return `${counted(options.length, "course is", "courses are")} open to ${listed(actors.map(shortNameOf))}: ${names}`;
}
