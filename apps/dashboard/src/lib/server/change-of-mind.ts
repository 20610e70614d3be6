import { inLanguage, type Balance, type Case } from "@mizan/model";
import {
  alsoSupposing,
  run,
  sensitivityTask,
  suppositionKey,
  type Coding,
  type ConflictingReport,
  type IndexFlip,
  type KnockOut,
  type OutcomeSensitivity,
  type Sensitivity,
  type Supposition,
} from "@mizan/model/sensitivity";
import {
  capital,
  changeOfMindClaim,
  codingText,
  counted,
  endingText,
  listed,
  notchText,
  notTogetherText,
} from "@mizan/model/words";
import type { Reading } from "./reading.ts";

/** One judgement moved some notches: what it is, where its record stands, how to try it. */
export interface MoveRow {
  /** The supposition in a line, which is also the end of its trace's key. */
  key: string;
  text: string;
  change: string;
  path: string | undefined;
  /** The suppositions of the address once this one is tried, a line each. */
  tried: readonly string[];
}

export interface FlipRow extends MoveRow {
  index: number;
  /** Of its own range, 0 to 1; undefined for one that turns nothing. */
  share: number | undefined;
  by: number;
}

/** A course of action: where it ends, and what would end it elsewhere. */
export interface CourseRow {
  id: string | undefined;
  name: string;
  ends: string;
  fragility: OutcomeSensitivity["fragility"];
  cells: readonly (MoveRow & { ends: string; coded: boolean })[];
  states: readonly { trace: string; text: string; steps: number | undefined; ends: string }[];
}

/** What the page of what would change our mind shows. */
export interface ChangeOfMind {
  claim: string;
  index: number | undefined;
  turning: readonly FlipRow[];
  moving: readonly FlipRow[];
  together: { moves: readonly MoveRow[]; exact: boolean; tried: readonly string[] } | undefined;
  notTogether: string | undefined;
  courses: readonly CourseRow[];
  without: readonly {
    kind: string;
    id: string;
    name: string;
    index: number | undefined;
    by: number;
    turns: boolean;
    also: string;
  }[];
  ladder: readonly { rung: string; index: number; leftOut: number }[];
  conflicts: readonly {
    record: string;
    path: string;
    field: string;
    values: string;
    index: ConflictingReport["index"];
    short: ConflictingReport["short"];
  }[];
}

const mostMoving = 12;
const mostPerCourse = 3;
const found = new WeakMap<Balance, Promise<Sensitivity>>();

/** What would change the conclusions of a reading that holds all its events; worked out once for each balance. */
export async function changeOfMind(reading: Reading): Promise<ChangeOfMind> {
  const { balance, whatIf } = reading;
  const task = found.get(balance) ?? run(sensitivityTask(balance.study, { asOf: balance.asOf }));
  found.set(balance, task);
  const sensitivity = await task;
  const { index, outcomes, knockOuts, ladder, conflicts } = sensitivity;
  const { study } = balance;
  const supposed = whatIf?.suppositions ?? [];
  const move = (coding: Coding, notches: number) => moveRow(study, supposed, { coding, notches });
  const flips = (index?.flips ?? []).map((flip) => flipRow(flip, index!.index, move));
  const together = index?.together;
  return {
    claim: changeOfMindClaim(study, sensitivity),
    index: index?.index,
    turning: flips.filter(({ share }) => share !== undefined),
    moving: flips.filter(({ share }) => share === undefined).slice(0, mostMoving),
    together: together && {
      exact: together.exact,
      moves: together.moves.map(({ coding, notches }) => move(coding, notches)),
      tried: together.moves.reduce<readonly Supposition[]>(alsoSupposing, supposed).map(suppositionKey),
    },
    notTogether: index?.notTogether && notTogetherText[index.notTogether],
    courses: outcomes.map((one) => courseRow(study, one, move)),
    without: index ? knockOuts.map((one) => withoutRow(study, one, index.index)) : [],
    ladder: index
      ? ladder.map(({ atLeast, index: then, leftOut }) => ({
          rung: atLeast,
          index: then!.index,
          leftOut: leftOut.length,
        }))
      : [],
    conflicts: conflicts.map(({ kind, record, field, values, index: range, short }) => ({
      record,
      path: `${kind}/${record}`,
      field,
      values: values.map(({ value }) => String(value)).join(" or "),
      index: range && range[0] !== range[1] ? range : undefined,
      short: short && short[0] !== short[1] ? short : undefined,
    })),
  };
}

type Move = (coding: Coding, notches: number) => MoveRow;

function moveRow(study: Case, supposed: readonly Supposition[], one: Supposition): MoveRow {
  return {
    key: suppositionKey(one),
    text: codingText(study, one.coding),
    change: notchText(one.coding, one.notches),
    path: pathOf(one.coding),
    tried: alsoSupposing(supposed, one).map(suppositionKey),
  };
}

/** The page of the record that holds a coded value; a cell has none of its own. */
function pathOf(coding: Coding): string | undefined {
  switch (coding.kind) {
    case "baseline":
    case "weight":
      return `factors/${coding.factor}`;
    case "shift":
    case "grade":
      return `events/${coding.event}`;
    case "stance":
      return "parliament";
    case "cell":
      return undefined;
  }
}

function flipRow(
  { coding, notches, share, index: then, oneNotch, oneNotchWay }: IndexFlip,
  index: number,
  move: Move,
): FlipRow {
  return notches === undefined
    ? { ...move(coding, oneNotchWay), index: index + oneNotch, share: undefined, by: oneNotch }
    : { ...move(coding, notches), index: then, share, by: then - index };
}

function courseRow(
  study: Case,
  { option: id, ending, cells, fragility, states }: OutcomeSensitivity,
  move: Move,
): CourseRow {
  const option = study.options.find((candidate) => candidate.id === id);
  return {
    id,
    name: option ? inLanguage(option.name) : "As decisions stand",
    ends: endingText(study, ending),
    fragility,
    cells: cells.slice(0, mostPerCourse).map(({ cell, coded, notches, ending: other }) => ({
      ...move({ kind: "cell", ...cell }, notches),
      ends: endingText(study, other),
      coded,
    })),
    states: states.slice(0, mostPerCourse).map(({ factor: own, state, steps, ending: other }) => {
      const factor = study.factors.find((candidate) => candidate.id === own)!;
      const to = factor.states.find((candidate) => candidate.id === state)!;
      return {
        trace: `away/${own}/${state}`,
        text: `${inLanguage(factor.name)} in ${inLanguage(to.name)}`,
        steps,
        ends: endingText(study, other),
      };
    }),
  };
}

function withoutRow(study: Case, one: KnockOut, index: number): ChangeOfMind["without"][number] {
  const source = study.sources.find(({ id }) => id === one.id);
  const also = [
    ...(one.lost.length > 0 ? [`${counted(one.lost.length, "event")} lost`] : []),
    ...(one.weakened.length > 0 ? [`${counted(one.weakened.length, "event")} less sure`] : []),
    ...(one.lostImpacts.length > 0 ? [`${counted(one.lostImpacts.length, "row")} of the matrix lost`] : []),
    ...(one.states.length > 0 ? [`${counted(one.states.length, "state")} changed`] : []),
    ...(one.destinations.length > 0 ? [`${counted(one.destinations.length, "course")} led elsewhere`] : []),
  ];
  return {
    kind: one.kind,
    id: one.id,
    name: source ? inLanguage(source.name) : one.id,
    index: one.index?.index,
    by: (one.index?.index ?? index) - index,
    turns: one.turns,
    also: capital(listed(also)),
  };
}
