import {
  change,
  indexSeries,
  inLanguage,
  isoDate,
  sideOf,
  type Band,
  type Day,
  type IndexPoint,
  type LanguageMap,
} from "@mizan/model";
import { claimOf, claimText, trendDays } from "@mizan/model/words";
import { eventRow } from "./event-row.ts";
import type { Reading } from "./reading.ts";

/** The ten seconds of a case with an index: the number, the claim, how it got there. */
export interface Headline {
  claim: string;
  side: -1 | 0 | 1;
  index: number;
  band90: Band;
  aboveParity: number;
  points: readonly IndexPoint[];
  marks: readonly { id: string; label: string; start: Day; end: Day; points: number }[];
  sides: { positive: LanguageMap; negative: LanguageMap; positiveShort: string; negativeShort: string };
  /** Undefined on the opening day and before it. */
  moved: Movement | undefined;
}

/** How the index moved since the claim's trend began, or in the last fortnight. */
export interface Movement {
  since: Day;
  /** The move is larger than its own 90 % band. */
  clear: boolean;
  was: number;
  by: number;
  trace: string;
  /** A waterfall in x: the start, each new record, what faded, the end. */
  start: number;
  end: number;
  parts: readonly { id: string; label: string; x: number; trace: string }[];
  /** The records that did most of it, with what each adds to the index today. */
  most: readonly { id: string; label: LanguageMap; points: number }[];
}

const mostParts = 7;
/** Parts smaller than this, in x, would draw no bar of their own. */
const smallPart = 0.002;

/** Undefined for a case without an index. */
export function headlineOf(reading: Reading): Headline | undefined {
  const { balance, opening } = reading;
  const { study, index, shifts, asOf } = balance;
  const { sides } = study.case;
  if (!index || !sides) return undefined;
  const points = indexSeries(study, shifts, Math.min(opening, asOf), asOf);
  const claim = claimOf(balance, points)!;
  return {
    claim: claimText(claim, study.case),
    side: sideOf(index.band90),
    index: index.index,
    band90: index.band90,
    aboveParity: index.aboveParity,
    points,
    marks: marksOf(reading),
    sides: {
      positive: sides.positive.name,
      negative: sides.negative.name,
      positiveShort: inLanguage(sides.positive.shortName ?? sides.positive.name).toLowerCase(),
      negativeShort: inLanguage(sides.negative.shortName ?? sides.negative.name).toLowerCase(),
    },
    moved: movementOf(reading, points, claim.trend?.from),
  };
}

function marksOf({ balance, opening }: Reading): Headline["marks"] {
  return balance.contributions.flatMap(({ kind, record, points }) => {
    const event = kind === "event" ? balance.study.events.find(({ id }) => id === record) : undefined;
    if (!event) return [];
    const { label, start, end } = eventRow(balance.study, event, opening, points);
    return [{ id: event.id, label: inLanguage(label), start, end: Math.min(end, balance.asOf), points }];
  });
}

function movementOf(
  { balance, opening }: Reading,
  points: readonly IndexPoint[],
  trend: Day | undefined,
): Movement | undefined {
  const { asOf, study, shifts, weights, index } = balance;
  const since = trend ?? Math.max(opening, asOf - trendDays);
  const before = points.find(({ day }) => day === since);
  if (since >= asOf || !before || !weights || !index) return undefined;
  const moved = change(study, shifts, weights, since, asOf);
  const trace = `change/${isoDate(since)}/${isoDate(asOf)}`;
  const titleOf = (id: string): LanguageMap => {
    const event = study.events.find((candidate) => candidate.id === id)!;
    return event.shortTitle ?? event.title;
  };
  const fresh = moved.parts.filter((part) => part.fresh);
  const drawn = fresh.filter(({ x }) => Math.abs(x) >= smallPart).slice(0, mostParts);
  const shown = drawn.map(({ event, x }) => ({
    id: event,
    label: inLanguage(titleOf(event)),
    x,
    trace: `points/${event}`,
  }));
  const rest = fresh.filter((part) => !drawn.includes(part)).reduce((sum, { x }) => sum + x, 0);
  const faded = moved.parts.filter((part) => !part.fresh).reduce((sum, { x }) => sum + x, 0);
  const pointsOf = new Map(balance.contributions.map(({ record, points: own }) => [record as string, own]));
  return {
    since,
    clear: Math.abs(moved.x) > moved.margin90,
    was: before.index,
    by: index.index - before.index,
    trace,
    start: before.x,
    end: index.x,
    parts: [
      ...shown,
      ...(rest === 0 ? [] : [{ id: "rest", label: "Smaller records", x: rest, trace }]),
      ...(faded === 0 ? [] : [{ id: "faded", label: "Older evidence fades", x: faded, trace }]),
    ],
    most: fresh
      .slice(0, 3)
      .map(({ event }) => ({ id: event, label: titleOf(event), points: pointsOf.get(event) ?? 0 })),
  };
}
