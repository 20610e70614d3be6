import { bandText, figureText } from "../figure-text.ts";
import { dayOf, type Day } from "../../day.ts";
import { inLanguage } from "../../language.ts";
import { dayText, periodText } from "../period-text.ts";
import type { Balance } from "../../analysis/balance.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { meanFading } from "../../analysis/fading.ts";
import { levels, type Level, type ScaledFactor } from "../../analysis/level.ts";
import type { SpreadShift } from "../../analysis/evidence.ts";
import { gatheredPull } from "../../analysis/pull.ts";
import type { Shift } from "../../analysis/shift.ts";
import { factorRecord, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

/** How a factor's level comes from its baseline and its evidence. */
export function levelTrace(balance: Balance, id: string): Trace | undefined {
  const level = balance.levels.find(({ factor }) => factor === id);
  const factor = balance.study.factors.find((candidate) => candidate.id === id) as ScaledFactor | undefined;
  if (!level || !factor) return undefined;
  const { step } = methodOf(balance.study);
  const share = balance.weights?.shares.find((weight) => weight.factor === id);
  const counted = balance.shifts.filter((shift) => shift.factor === id && shift.start <= balance.asOf);
  const others = gatheredPull(gatheredOn(balance, id), 1, balance.asOf).x;
  const rows = [
    ...counted.map((shift) => effectRow(balance, shift, step)),
    ...(others === 0
      ? []
      : [gatheredRow([...Array.from({ length: 4 }, () => ({ text: "" }) as const), { value: others, form: "x" }])]),
  ];
  return {
    key: `level/${id}`,
    title: inLanguage(factor.name),
    figure: { value: level.level, form: "level", band90: level.band90 },
    says: `Level on ${dayText(balance.asOf)}, from −100 (${inLanguage(factor.states[0]!.name)}) to +100 (${inLanguage(factor.states.at(-1)!.name)}).`,
    arithmetic: {
      columns: ["Record", "Shift s", "Step u", "Evidence g", "Left", "Adds"],
      rows: [
        {
          label: "Baseline, the case author's judgement",
          cells: [{ text: "" }, { text: "" }, { text: "" }, { text: "" }, { value: factor.scale.baseline, form: "x" }],
          opens: `factor/${id}/baseline`,
        },
        ...rows,
      ],
      total: {
        label: "Latent level x, the sum",
        cells: [...Array.from({ length: 4 }, () => ({ text: "" })), { value: level.x, form: "x" }],
      },
      lines: [
        `level = 100 tanh(${figureText(level.x, "x")}) = ${figureText(level.level, "level")}; 90% band ${bandText(level.band90, "level")}`,
        `"Left" is what fading leaves of the evidence: half after ${figureText(factor.scale.halfLifeDays, "number")} days`,
        ...(counted.some(({ attribution }) => attribution < 1)
          ? ["Evidence g holds the attribution as well, where an effect rests on who did it"]
          : []),
        ...(share ? [pullLine(balance, level, share)] : []),
      ],
    },
    records: [factorRecord(factor)],
    sources: sourcesOf(balance.study, factor.citations),
  };
}

/** How far a factor's level moved from a day to the day looked at, and what moved it. */
export function levelChangeTrace(balance: Balance, id: string, from: string): Trace | undefined {
  const first = dayOf(from);
  const after = balance.levels.find(({ factor }) => factor === id);
  const before = levels(balance.study, balance.evidence, first).find(({ factor }) => factor === id);
  const factor = balance.study.factors.find((candidate) => candidate.id === id);
  if (!after || !before || !factor || !Number.isFinite(first) || first > balance.asOf) return undefined;
  const rows = balance.shifts
    .filter((shift) => shift.factor === id && shift.start <= balance.asOf)
    .map((shift): TraceRow => {
      const left = (day: Day) => meanFading(shift.start, shift.end, day, shift.halfLifeDays);
      const event = balance.study.events.find((candidate) => candidate.id === shift.event)!;
      return {
        label: inLanguage(event.shortTitle ?? event.title),
        when: periodText(event.when),
        cells: [{ value: shift.mean * (left(balance.asOf) - left(first)), form: "x" }],
        opens: eventKey(balance, shift),
      };
    });
  const others = gatheredPull(gatheredOn(balance, id), 1, balance.asOf, first).x;
  if (others !== 0) rows.push(gatheredRow([{ value: others, form: "x" }]));
  return {
    key: `level-change/${id}/${from}`,
    title: `${inLanguage(factor.name)} since ${dayText(first)}`,
    figure: { value: after.level - before.level, form: "level" },
    says: "How far the level moved: new evidence, and old evidence that faded. The baseline cancels.",
    arithmetic: {
      columns: ["Record", "Adds to x"],
      rows,
      total: { label: "Change of x", cells: [{ value: after.x - before.x, form: "x" }] },
      lines: [
        `level: ${figureText(before.level, "level")} on ${dayText(first)}, ${figureText(after.level, "level")} on ${dayText(balance.asOf)}`,
      ],
    },
    records: [factorRecord(factor)],
    sources: sourcesOf(balance.study, factor.citations),
  };
}

function gatheredOn({ gathered }: Balance, id: string): SpreadShift[] {
  return gathered.filter(({ factor }) => factor === id);
}

function gatheredRow(cells: TraceRow["cells"]): TraceRow {
  return { label: "Evidence of events beyond those shown", cells };
}

/** What a baseline adds to the index. */
export function baselineTrace(balance: Balance, id: string): Trace | undefined {
  const contribution = balance.contributions.find(({ kind, record }) => kind === "baseline" && record === id);
  const factor = balance.study.factors.find((candidate) => candidate.id === id);
  const share = balance.weights?.shares.find((weight) => weight.factor === id)?.share;
  if (!contribution || !factor?.scale || share === undefined) return undefined;
  return {
    key: `baseline/${id}`,
    title: `${inLanguage(factor.name)}: baseline`,
    figure: { value: contribution.points, form: "points" },
    says: `What the factor's place on the opening day adds to the index of ${dayText(balance.asOf)}.`,
    arithmetic: {
      columns: ["", "w / Σw", "Baseline β", "Adds to X"],
      rows: [
        {
          label: inLanguage(factor.name),
          cells: [
            { value: share, form: "fraction" },
            { value: factor.scale.baseline, form: "x" },
            { value: contribution.x, form: "x" },
          ],
          opens: `level/${id}`,
        },
      ],
      lines: [
        `in points: ${figureText(contribution.x, "x")} × index / X = ${figureText(contribution.points, "points")}`,
      ],
    },
    records: [factorRecord(factor)],
    sources: sourcesOf(balance.study, factor.citations),
  };
}

function effectRow(balance: Balance, shift: Shift, step: number): TraceRow {
  const left = meanFading(shift.start, shift.end, balance.asOf, shift.halfLifeDays);
  const event = balance.study.events.find(({ id }) => id === shift.event)!;
  return {
    label: inLanguage(event.shortTitle ?? event.title),
    when: periodText(event.when),
    cells: [
      { value: shift.steps, form: "steps" },
      { value: step, form: "number" },
      { value: shift.weight, form: "number" },
      { value: left, form: "number" },
      { value: shift.mean * left, form: "x" },
    ],
    opens: eventKey(balance, shift),
  };
}

/** What an event's row opens: the points it adds to the index; in a case without one, what its reports weigh. */
function eventKey({ index }: Balance, { event }: Shift): string {
  return index ? `points/${event}` : `evidence/${event}`;
}

function pullLine({ index }: Balance, level: Level, { weight, share }: { weight: number; share: number }): string {
  const total = share === 0 ? undefined : figureText(weight / share, "number");
  return total === undefined
    ? "weight 0: the factor has no pull on the index"
    : `pull on the index: weight ${figureText(weight, "number")} of ${total} × ${figureText(level.x, "x")} = ${figureText(share * level.x, "x")} of X = ${figureText(index!.x, "x")}`;
}
