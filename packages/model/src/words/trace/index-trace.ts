import { dayOf, type Day } from "../../day.ts";
import { bandText, figureText } from "../figure-text.ts";
import { dayText } from "../period-text.ts";
import type { Balance } from "../../analysis/balance.ts";
import { balanceIndex } from "../../analysis/balance-index.ts";
import { change } from "../../analysis/change.ts";
import { levels } from "../../analysis/level.ts";
import { allCitations, eventTitle, factorName } from "./names.ts";
import { assessmentSources, eventRecord, frameRecord, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

/** How the index comes from the factors. */
export function indexTrace(balance: Balance): Trace | undefined {
  const { index, weights, levels: now, study } = balance;
  if (!index || !weights) return undefined;
  const rows = weights.shares.map(({ factor, weight, share }, i): TraceRow => ({
    label: factorName(balance, factor),
    cells: [
      { value: weight, form: "number" },
      { value: now[i]!.x, form: "x" },
      { value: share * now[i]!.x, form: "x" },
    ],
    opens: `level/${factor}`,
  }));
  return {
    key: "index",
    title: "Index of the balance",
    figure: { value: index.index, form: "points", band90: index.band90 },
    says: `Where the balance stands on ${dayText(balance.asOf)}: −100 all to ${study.case.sides!.negative.inSentence}, 0 parity, +100 all to ${study.case.sides!.positive.inSentence}.`,
    arithmetic: {
      columns: ["Factor", "Weight w", "Level x", "w·x / Σw"],
      rows: rows.toSorted((a, b) => Math.abs(cellValue(b)) - Math.abs(cellValue(a))),
      total: { label: "X, the weighted mean", cells: [{ text: "" }, { text: "" }, { value: index.x, form: "x" }] },
      lines: [
        `index = 100 tanh(${figureText(index.x, "x")}) = ${figureText(index.index, "points")}`,
        `σ of X = ${figureText(index.sd, "number")}, errors of the factors correlated at ${figureText(weights.correlation, "number")}`,
        `90% band: 100 tanh(X ± 1.645 σ) = ${bandText(index.band90, "points")}`,
        `50% band: 100 tanh(X ± 0.674 σ) = ${bandText(index.band50, "points")}`,
        `chance that it lies above parity: Φ(X/σ) = ${figureText(index.aboveParity, "share")}`,
      ],
    },
    records: [frameRecord(study)],
    sources: assessmentSources(study),
  };
}

/** How far the index moved between two days, and what moved it. */
export function changeTrace(balance: Balance, from: string, to: string): Trace | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  const { weights, study, evidence } = balance;
  if (!weights || !Number.isFinite(first) || !Number.isFinite(last) || last > balance.asOf) return undefined;
  const moved = change(balance, weights, first, last);
  const reading = (day: Day) => balanceIndex(levels(study, evidence, day), weights);
  const [before, after] = [reading(first), reading(last)];
  const fresh = moved.parts.filter((part) => part.fresh);
  const faded = moved.parts.filter((part) => !part.fresh).reduce((sum, { x }) => sum + x, 0);
  return {
    key: `change/${from}/${to}`,
    title: `Change from ${dayText(first)} to ${dayText(last)}`,
    figure: { value: after.index - before.index, form: "points" },
    says: "How far the index moved, from the events alone: the baseline cancels.",
    arithmetic: {
      columns: ["Record", "Adds to X"],
      rows: [
        ...fresh.map(({ event, x }): TraceRow => ({
          label: eventTitle(balance, event),
          cells: [{ value: x, form: "x" }],
          opens: `points/${event}`,
        })),
        ...(moved.gathered === 0
          ? []
          : [
              {
                label: "Evidence of events beyond those shown",
                cells: [{ value: moved.gathered, form: "x" as const }],
              },
            ]),
        ...(faded === 0 ? [] : [{ label: "Older evidence fades", cells: [{ value: faded, form: "x" as const }] }]),
      ],
      total: { label: "Change of X", cells: [{ value: moved.x, form: "x" }] },
      lines: [
        `90% band of the change of X: ± ${figureText(moved.margin90, "number")}`,
        `index: ${figureText(before.index, "points")} on ${dayText(first)}, ${figureText(after.index, "points")} on ${dayText(last)}`,
      ],
    },
    records: fresh.slice(0, 3).map(({ event }) =>
      eventRecord(
        study,
        study.events.find(({ id }) => id === event)!,
      ),
    ),
    sources: fresh
      .slice(0, 3)
      .flatMap(({ event }) => sourcesOf(study, allCitations(study.events.find(({ id }) => id === event)!))),
  };
}

function cellValue({ cells }: TraceRow): number {
  const last = cells.at(-1)!;
  return "value" in last ? last.value : 0;
}
