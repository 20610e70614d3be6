import {
  indexSeries,
  inLanguage,
  isoDate,
  sideOf,
  type Band,
  type Case,
  type Day,
  type IndexPoint,
  type LanguageMap,
} from "@mizan/model";
import { claimOf, claimText, counted, dayText, movementOf, type Movement } from "@mizan/model/words";
import { eventRow } from "./event-row.ts";
import type { Reading } from "./reading.ts";
import { thinned, type Thinned } from "./thinned.ts";

/** The ten seconds of a case with an index: the number, the claim, how it got there. */
export interface Headline {
  claim: string;
  side: -1 | 0 | 1;
  index: number;
  band90: Band;
  aboveParity: number;
  history: Thinned<IndexPoint>;
  marks: readonly { id: string; label: string; start: Day; end: Day; points: number }[];
  sides: { positive: LanguageMap; negative: LanguageMap; short: ShortSides };
  /** Undefined on the opening day and before it. */
  moved: Moved | undefined;
}

/** What drawings call the two sides. */
export type ShortSides = Record<"positive" | "negative", string>;

/** Both sides by their short names, as within a sentence. */
export function shortSides({ positive, negative }: Sides): ShortSides {
  const word = ({ shortName, name }: Sides["positive"]) => inLanguage(shortName ?? name).toLowerCase();
  return { positive: word(positive), negative: word(negative) };
}

type Sides = NonNullable<Case["case"]["sides"]>;

/** How the index moved since the claim's trend began, or in the last fortnight. */
export interface Moved {
  since: Day;
  /** The same in words, without a year that is the page's own. */
  sinceWords: string;
  /** The move is larger than its own 90 % band. */
  clear: boolean;
  was: number;
  by: number;
  trace: string;
  /** A waterfall in X: the start, each new record, what faded, the end. */
  start: { x: number; side: -1 | 0 | 1; trace: string };
  end: { x: number; side: -1 | 0 | 1; trace: string };
  parts: readonly { id: string; label: string; x: number; trace: string }[];
  /** The largest of the parts that pulled the way it went. */
  most: string | undefined;
  lead: Lead;
}

/** What the change mostly came from, each with its part of it in points. */
export interface Lead {
  /** The new records that pulled the way the index went, largest first. */
  records: readonly { id: string; label: LanguageMap; points: number }[];
  /** The records pulled that way more than all else did together. */
  most: boolean;
  /** Where no record leads: what else pulled that way, in words within a sentence. */
  else: readonly { label: string; points: number }[];
}

const mostLeading = 3;

/** Undefined for a case without an index. */
export function headlineOf(reading: Reading): Headline | undefined {
  const { balance, opening } = reading;
  const { study, index, evidence, asOf } = balance;
  const { sides } = study.case;
  if (!index || !sides) return undefined;
  const points = indexSeries(study, evidence, Math.min(opening, asOf), asOf);
  const claim = claimOf(balance, points)!;
  const movement = movementOf(balance, points, claim);
  return {
    claim: claimText(claim, study.case),
    side: sideOf(index.band90),
    index: index.index,
    band90: index.band90,
    aboveParity: index.aboveParity,
    history: thinned(points, reading),
    marks: marksOf(reading),
    sides: {
      positive: sides.positive.name,
      negative: sides.negative.name,
      short: shortSides(sides),
    },
    moved: movement && movedOf(reading, movement),
  };
}

function marksOf({ balance, opening }: Reading): Headline["marks"] {
  return balance.contributions.flatMap(({ kind, record, points }) => {
    const event = kind === "event" ? balance.study.events.find(({ id }) => id === record) : undefined;
    if (!event) return [];
    const { label, start, end } = eventRow(balance, event, opening, points);
    return [{ id: event.id, label: inLanguage(label), start, end: Math.min(end, balance.asOf), points }];
  });
}

function movedOf({ balance: { study } }: Reading, movement: Movement): Moved {
  const { start, end, clear, parts, rest, faded, gathered } = movement;
  const trace = `change/${isoDate(start.day)}/${isoDate(end.day)}`;
  const others = [
    { id: "rest", label: counted(rest.count, "smaller record"), x: rest.x },
    { id: "faded", label: "Older evidence fades", x: faded },
    { id: "gathered", label: "Events beyond those shown", x: gathered },
  ].filter(({ x }) => x !== 0);
  const titleOf = (id: string): LanguageMap => {
    const event = study.events.find((candidate) => candidate.id === id)!;
    return event.shortTitle ?? event.title;
  };
  const all = [
    ...parts.map(({ event, x }) => ({ id: event, label: inLanguage(titleOf(event)), x, trace })),
    ...others.map((other) => ({ ...other, trace })),
  ];
  const along = all.filter(({ x }) => x * (end.x - start.x) > 0);
  return {
    since: start.day,
    sinceWords: dayText(start.day).replace(` ${isoDate(end.day).slice(0, 4)}`, ""),
    clear,
    was: start.index,
    by: end.index - start.index,
    trace,
    start: { x: start.x, side: sideOf(start.band90), trace: `index-on/${isoDate(start.day)}` },
    end: { x: end.x, side: sideOf(end.band90), trace: "index" },
    parts: all,
    most: along.toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x))[0]?.label,
    lead: leadOf(movement, others, titleOf),
  };
}

/** What most of a movement came from, for the sentence under the number. */
export function leadOf(
  { start, end, leading }: Movement,
  others: readonly { label: string; x: number }[],
  titleOf: (id: string) => LanguageMap,
): Lead {
  const change = end.x - start.x;
  // What a part of X comes to in points, so that all parts add up to the change of the index.
  const points = (x: number) => (change === 0 ? 0 : (x * (end.index - start.index)) / change);
  const same = others.filter(({ x }) => x * change > 0);
  const shown = leading.slice(0, mostLeading);
  const sum = (all: readonly { x: number }[]) => all.reduce((total, { x }) => total + Math.abs(x), 0);
  return {
    records: shown.map(({ event, x }) => ({ id: event, label: titleOf(event), points: points(x) })),
    most: 2 * sum(shown) > sum(leading) + sum(same),
    else:
      leading.length > 0
        ? []
        : same.map(({ label, x }) => ({ label: label.charAt(0).toLowerCase() + label.slice(1), points: points(x) })),
  };
}
