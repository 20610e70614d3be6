import type { Event } from "../../event.ts";
import { figureText } from "../figure-text.ts";
import { inLanguage } from "../../language.ts";
import { dayText } from "../period-text.ts";
import type { Balance } from "../../analysis/balance.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { originWeights } from "../../analysis/evidence-weight.ts";
import { meanFading } from "../../analysis/fading.ts";
import { allCitations, factorName, originName } from "./names.ts";
import { eventRecord, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

/** What an event adds to the index. */
export function pointsTrace(balance: Balance, id: string): Trace | undefined {
  const contribution = balance.contributions.find(({ kind, record }) => kind === "event" && record === id);
  const event = balance.study.events.find((candidate) => candidate.id === id);
  if (!contribution || !event || !balance.weights || !balance.index) return undefined;
  const { step } = methodOf(balance.study);
  const shares = new Map(balance.weights.shares.map(({ factor, share }) => [factor, share]));
  const rows = balance.shifts
    .filter((shift) => shift.event === id)
    .map((shift): TraceRow => {
      const left = meanFading(shift.start, shift.end, balance.asOf, shift.halfLifeDays);
      return {
        label: factorName(balance, shift.factor),
        cells: [
          { value: shares.get(shift.factor)!, form: "fraction" },
          { value: shift.steps, form: "steps" },
          { value: step, form: "number" },
          { value: shift.weight, form: "number" },
          { value: left, form: "number" },
          { value: shares.get(shift.factor)! * shift.mean * left, form: "x" },
        ],
        opens: `level/${shift.factor}`,
      };
    });
  return {
    key: `points/${id}`,
    title: inLanguage(event.title),
    figure: {
      value: contribution.points,
      form: "points",
      band90: [contribution.points - contribution.margin90, contribution.points + contribution.margin90],
    },
    says: `What this record adds to the index of ${dayText(balance.asOf)}. Without it the index would read ${figureText(contribution.indexWithout, "points")}.`,
    arithmetic: {
      columns: ["Factor", "w / Σw", "Shift s", "Step u", "Evidence g", "Left", "Adds to X"],
      rows,
      total: {
        label: "Part of X",
        cells: [...Array.from({ length: 5 }, () => ({ text: "" })), { value: contribution.x, form: "x" }],
      },
      lines: [
        `in points: ${figureText(contribution.x, "x")} × index / X = ${figureText(contribution.points, "points")}`,
        evidenceLine(balance, event),
      ],
    },
    records: [eventRecord(balance.study, event)],
    sources: sourcesOf(balance.study, allCitations(event)),
  };
}

/** How much an event's reports weigh together. */
export function evidenceTrace(balance: Balance, id: string): Trace | undefined {
  const event = balance.study.events.find((candidate) => candidate.id === id);
  const shift = balance.shifts.find((candidate) => candidate.event === id);
  if (!event) return undefined;
  const method = methodOf(balance.study);
  const origins = originWeights(allCitations(event), method);
  const attribution = event.attribution && method.attribution[event.attribution.rung];
  return {
    key: `evidence/${id}`,
    title: inLanguage(event.title),
    figure: { value: shift?.report, form: "fraction" },
    says: "The chance that the record is right, from the grades of what it cites.",
    arithmetic: {
      columns: ["Origin", "Weight √(r·c)"],
      rows: [...origins].map(([origin, weight]) => ({
        label: originName(balance, origin),
        cells: [{ value: weight, form: "fraction" }],
      })),
      lines: [
        "g = 1 − Π(1 − gᵢ) over independent origins",
        ...(attribution === undefined
          ? []
          : [`effects that rest on who did it: × ${figureText(attribution, "fraction")} (${event.attribution!.rung})`]),
      ],
    },
    records: [eventRecord(balance.study, event)],
    sources: sourcesOf(balance.study, allCitations(event)),
  };
}

function evidenceLine(balance: Balance, event: Event): string {
  const shift = balance.shifts.find((candidate) => candidate.event === event.id);
  if (!shift) return "";
  const attribution = event.attribution
    ? `, × attribution (${event.attribution.rung}) where the effect rests on who did it`
    : "";
  return `evidence: ${figureText(shift.report, "fraction")} that the report is right${attribution}`;
}
