import type { Citation } from "../../citation.ts";
import type { Event } from "../../event.ts";
import type { Impact } from "../../impact.ts";
import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { originOf } from "../../analysis/known.ts";
import { attributionLadder } from "../../analysis/sensitivity/attribution-ladder.ts";
import { conflictingReports } from "../../analysis/sensitivity/conflicting-report.ts";
import { knockOuts } from "../../analysis/sensitivity/knock-out.ts";
import { outcomeSensitivity } from "../../analysis/sensitivity/outcome-flip.ts";
import { stateEnds } from "../../analysis/state-ends.ts";
import { bandText, figureText } from "../figure-text.ts";
import { counted } from "../sentence.ts";
import { allCitations, eventTitle, factorName } from "./names.ts";
import { eventRecord, factorRecord, frameRecord, recordOf, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

const mostCited = 12;

/** The index without one outlet or one origin: `outlet` or `origin`, and its name. */
export function withoutTrace(balance: Balance, kind: string, id: string): Trace | undefined {
  const { study } = balance;
  const found = knockOuts(study, balance).find((one) => one.kind === kind && one.id === id);
  if (!found?.index || !balance.index) return undefined;
  const source = study.sources.find((candidate) => candidate.id === id);
  const title = source ? inLanguage(source.name) : id;
  const touched = new Set<string>([...found.lost, ...found.weakened, ...found.lostImpacts]);
  const fallen = [...study.events, ...study.impacts].filter((record) => touched.has(record.id));
  const carries = (citation: Citation) =>
    [citation.source, citation.via, originOf(citation)].some((name) => name === id);
  const events = [
    ...found.lost.map((event) => [event, "no report left"] as const),
    ...found.weakened.map((event) => [event, "fewer reports"] as const),
  ];
  return {
    key: `without/${kind}/${id}`,
    title: `Without ${title}`,
    figure: { value: found.index.index, form: "points", band90: found.index.band90 },
    says: "Where the index would stand if nothing had come from here: an event goes with its last report, others lose weight.",
    arithmetic: {
      columns: ["Event", "What is left"],
      rows: events.map(([event, left]): TraceRow => ({
        label: eventTitle(balance, event),
        cells: [{ text: left }],
        opens: `points/${event}`,
      })),
      lines: [
        `index as it stands ${figureText(balance.index.index, "points")}; ${figureText(found.index.index - balance.index.index, "points")} without it`,
        ...(found.lostImpacts.length > 0
          ? [`${counted(found.lostImpacts.length, "row")} of the matrix rest on it alone`]
          : []),
      ],
    },
    records: source ? [recordOf("sources", source, source.name, [["Kind", source.kind]])] : [],
    sources: sourcesOf(study, fallen.flatMap(citationsOf).filter(carries).slice(0, mostCited)),
  };
}

/** The index that counts attributions from a rung up. */
export function attributionTrace(balance: Balance, rung: string): Trace | undefined {
  const found = attributionLadder(balance.study, balance).find(({ atLeast }) => atLeast === rung);
  if (!found?.index) return undefined;
  const events = found.leftOut.map((id) => balance.study.events.find((event) => event.id === id)!);
  return {
    key: `attribution/${rung}`,
    title: `Attributions from “${rung}” up`,
    figure: { value: found.index.index, form: "points", band90: found.index.band90 },
    says: "Where the index would stand if weaker attributions counted for nothing; effects that hold whoever did it stay.",
    arithmetic: {
      columns: events.length > 0 ? ["Left out", "Attribution"] : [],
      rows: events.map((event): TraceRow => ({
        label: eventTitle(balance, event.id),
        cells: [{ text: event.attribution!.rung }],
        opens: `points/${event.id}`,
      })),
      lines: [`90% band: ${bandText(found.index.band90, "points")}`],
    },
    records:
      events.length > 0
        ? events.slice(0, 3).map((event) => eventRecord(balance.study, event))
        : [frameRecord(balance.study)],
    sources: sourcesOf(balance.study, events.flatMap(allCitations)),
  };
}

/** How many one-point changes of cells, `coded` or `empty`, end a course of action elsewhere; no course is `none`. */
export function fragilityTrace(balance: Balance, course: string, cells: string): Trace | undefined {
  const option = balance.study.options.find(({ id }) => id === course);
  if ((!option && course !== "none") || (cells !== "coded" && cells !== "empty")) return undefined;
  const found = outcomeSensitivity(balance, option?.id)?.fragility[cells];
  if (!found) return undefined;
  const name = option ? inLanguage(option.name) : "As decisions stand";
  return {
    key: `fragility/${course}/${cells}`,
    title: `${name}: changes of ${cells} cells`,
    figure: { value: found.moving, form: "count" },
    says: `Of ${counted(found.changes, "change")} by one point, one cell at a time, so many end in another outcome.`,
    arithmetic: {
      columns: [],
      rows: [],
      lines: [
        `${found.moving} of ${found.changes} = ${figureText(found.moving / Math.max(1, found.changes), "share")}`,
      ],
    },
    records: [
      option ? recordOf("options", option, option.name, [["What it is", option.summary]]) : frameRecord(balance.study),
    ],
    sources: sourcesOf(balance.study, option?.citations),
  };
}

/** How many steps of evidence a factor's level is from a state. */
export function awayTrace(balance: Balance, id: string, state: string): Trace | undefined {
  const factor = balance.study.factors.find((candidate) => candidate.id === id);
  const at = factor?.states.findIndex((candidate) => candidate.id === state) ?? -1;
  const level = balance.levels.find((candidate) => candidate.factor === id);
  if (!factor?.scale || !level || at < 0) return undefined;
  const ends = stateEnds(factor.scale.cuts);
  const [from, to] = [ends[at - 1] ?? -Infinity, ends[at]!];
  if (!(from < to)) return undefined;
  const { step } = methodOf(balance.study);
  const cut = level.x < from ? from : to;
  const value = Math.max(0, from - level.x, level.x - to) / step;
  return {
    key: `away/${id}/${state}`,
    title: `${factorName(balance, id)}: to ${inLanguage(factor.states[at]!.name)}`,
    figure: { value, form: "number" },
    says: "Steps of evidence, at full weight, between where the level stands and where this state begins.",
    arithmetic: {
      columns: ["", "x"],
      rows: [
        { label: "Level now", cells: [{ value: level.x, form: "x" }], opens: `level/${id}` },
        { label: "Nearest cut of the state", cells: [{ value: cut, form: "x" }] },
      ],
      lines: [`(difference) / step of ${figureText(step, "number")} = ${figureText(value, "number")}`],
    },
    records: [factorRecord(factor)],
    sources: sourcesOf(balance.study, factor.citations),
  };
}

/** The lowest and highest index over the values that reports give to one field. */
export function conflictTrace(balance: Balance, record: string, field: string): Trace | undefined {
  const found = conflictingReports(balance.study, balance).find((one) => one.record === record && one.field === field);
  if (!found?.index) return undefined;
  return {
    key: `conflict/${record}/${field}`,
    title: `${record}: ${field}`,
    figure: { value: found.index[0], form: "points", band90: [...found.index] },
    says: "Where the index would stand with each value that a report gives, one at a time.",
    arithmetic: {
      columns: ["Value", "Index"],
      rows: found.values.map(({ value, held, index }): TraceRow => ({
        label: `${String(value)}${held ? ", held by the record" : ""}`,
        cells: [index === undefined ? { text: "none" } : { value: index, form: "points" }],
      })),
      lines: [],
    },
    records: [],
    sources: sourcesOf(
      balance.study,
      found.values.flatMap(({ citations }) => citations),
    ),
  };
}

function citationsOf(record: Event | Impact): readonly Citation[] {
  return "effects" in record ? allCitations(record) : (record.citations ?? []);
}
