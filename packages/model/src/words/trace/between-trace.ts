import { balanceAt, type Balance } from "../../analysis/balance.ts";
import { momentDiff, type MomentDiff, type Moment } from "../../analysis/diff/moment-diff.ts";
import { inLanguage } from "../../language.ts";
import { figureText } from "../figure-text.ts";
import { dayText } from "../period-text.ts";
import { assessmentSources, eventRecord, factorRecord, frameRecord, sourcesOf } from "./provenance.ts";
import { allCitations } from "./names.ts";
import { traceOf } from "./trace-of.ts";
import type { Trace, TraceRow } from "./trace.ts";

/**
 * The way back from a figure of a comparison: `then/KEY` is the figure at the first moment, with every way on from it
 * leading to that moment too; `between/index` and `between/event|baseline/RECORD` how far it moved. Undefined for another
 * key, and for one that leads nowhere.
 */
export function traceBetween(from: Moment, to: Moment, key: string): Trace | undefined {
  const [kind = "", part = "", record = ""] = key.split("/");
  if (kind === "then") return thenTrace(balanceAt(from.study, from.clocks), key.slice("then/".length));
  if (kind !== "between") return undefined;
  const diff = momentDiff(from, to);
  return part === "index" ? indexBetween(diff) : recordBetween(diff, part, record);
}

function thenTrace(before: Balance, key: string): Trace | undefined {
  const trace = traceOf(before, key);
  if (!trace) return undefined;
  const rows = trace.arithmetic.rows.map(({ opens, ...row }): TraceRow =>
    opens === undefined ? row : { ...row, opens: `then/${opens}` },
  );
  return { ...trace, key: `then/${key}`, arithmetic: { ...trace.arithmetic, rows } };
}

function indexBetween({ index, from, to }: MomentDiff): Trace | undefined {
  if (!index) return undefined;
  return {
    key: "between/index",
    title: `Index between ${daysOf(from, to)}`,
    figure: { value: index.after.index - index.before.index, form: "points" },
    says: "How far the index is from where it stood at the first moment.",
    arithmetic: {
      columns: ["", "Points"],
      rows: pointRows(from, to, index.before.index, index.after.index, "index"),
      lines: [`X: ${figureText(index.before.x, "x")}, then ${figureText(index.after.x, "x")}`],
    },
    records: [frameRecord(to.study)],
    sources: assessmentSources(to.study),
  };
}

function recordBetween({ from, to, records }: MomentDiff, kind: string, id: string): Trace | undefined {
  const change = records.find((one) => one.kind === kind && one.record === id);
  if (!change) return undefined;
  const event = [to, from].flatMap(({ study }) => study.events.filter((one) => one.id === id))[0];
  const factor = [to, from].flatMap(({ study }) => study.factors.filter((one) => one.id === id))[0];
  const key = `${kind === "event" ? "points" : "baseline"}/${id}`;
  return {
    key: `between/${kind}/${id}`,
    title: inLanguage((kind === "event" ? event?.title : factor?.name) ?? { en: id }),
    figure: change.points === undefined ? { value: change.x, form: "x" } : { value: change.points, form: "points" },
    says: "Its part of how far the index moved; all parts together are the whole of it.",
    arithmetic: {
      columns: ["", "Adds to X"],
      rows: [row(from, change.before, `then/${key}`), row(to, change.after, key)],
      lines: [
        `change of X: ${figureText(change.x, "x")}`,
        ...(change.points === undefined ? [] : [`in points of the index: ${figureText(change.points, "points")}`]),
      ],
    },
    records: kind === "event" ? (event ? [eventRecord(to.study, event)] : []) : factor ? [factorRecord(factor)] : [],
    sources: sourcesOf(to.study, kind === "event" ? event && allCitations(event) : factor?.citations),
  };
}

function row({ clocks }: Moment, x: number | undefined, opens: string): TraceRow {
  const label = dayText(clocks.asOf);
  return x === undefined
    ? { label, cells: [{ text: "not there" }] }
    : { label, cells: [{ value: x, form: "x" }], opens };
}

function pointRows(from: Moment, to: Moment, before: number, after: number, key: string): TraceRow[] {
  return [
    { label: dayText(from.clocks.asOf), cells: [{ value: before, form: "points" }], opens: `then/${key}` },
    { label: dayText(to.clocks.asOf), cells: [{ value: after, form: "points" }], opens: key },
  ];
}

function daysOf(from: Moment, to: Moment): string {
  return `${dayText(from.clocks.asOf)} and ${dayText(to.clocks.asOf)}`;
}
