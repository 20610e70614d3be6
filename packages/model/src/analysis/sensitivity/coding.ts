import type { Case } from "../../case.ts";
import type { ChamberList, ChamberListId } from "../../chamber-list.ts";
import type { Citation } from "../../citation.ts";
import type { Event, EventId } from "../../event.ts";
import type { Factor, FactorId, StateId } from "../../factor.ts";
import type { Impact, ImpactId } from "../../impact.ts";
import { methodOf } from "../default-method.ts";
import { gradeMoved, gradeRange } from "./grade-ladder.ts";

/** A cell of the cross-impact matrix: how one state of one factor bears on one state of another. */
export interface Cell {
  from: { factor: FactorId; state: StateId };
  on: { factor: FactorId; state: StateId };
}

/**
 * One value that the case's author coded, and could have coded otherwise. A grade is that of one citation, counted from
 * 0: of the event, or of one of its effects where that cites reports of its own.
 */
export type Coding =
  | { kind: "baseline"; factor: FactorId }
  | { kind: "weight"; factor: FactorId }
  | { kind: "shift"; event: EventId; factor: FactorId }
  | { kind: "grade"; event: EventId; effect?: FactorId; citation: number }
  | ({ kind: "cell" } & Cell)
  | { kind: "stance"; list: ChamberListId };

/** Where a list of the chamber stands on the motion, a notch apart. */
const stances = ["against", "undecided", "for"] as const;

/** How many notches a coding can be moved down and up. */
export interface NotchRange {
  down: number;
  up: number;
}

/** A factor's baseline, in x, and an event's shift, in steps, lie from −3 to 3. */
const utmost = 3;
/** A weight is doubled or halved at most twice. */
const utmostDoublings = 2;
const utmostWeight = 100;
/** A baseline of 0.3 is two notches of 0.1 from 0.1, whatever is lost in the last binary place. */
const rounding = 1e-9;

/**
 * How far a coding can be moved: a baseline by a step, a weight by a doubling (two at most), a shift by a step, a grade
 * by a place of both its letters, a cell by a point, to 3 or to the largest value of the matrix, a list's stance by a step
 * from against to undecided to for. Whole notches from 0 up.
 * Throws RangeError for a coding the case does not have. METHODS §9.
 */
export function notchRange(study: Case, coding: Coding): NotchRange {
  switch (coding.kind) {
    case "baseline": {
      const { baseline } = scaleOf(study, coding.factor);
      const { step } = methodOf(study);
      return {
        down: Math.floor((baseline + utmost) / step + rounding),
        up: Math.floor((utmost - baseline) / step + rounding),
      };
    }
    case "weight": {
      const { weight } = scaleOf(study, coding.factor);
      if (weight === 0) return { down: 0, up: 0 };
      return { down: utmostDoublings, up: Math.min(utmostDoublings, Math.floor(Math.log2(utmostWeight / weight))) };
    }
    case "shift": {
      const { shift } = effectOf(eventOf(study, coding.event), coding.factor);
      return { down: shift + utmost, up: utmost - shift };
    }
    case "grade":
      return gradeRange(citationOf(study, coding).grade);
    case "cell": {
      checkCell(study, coding);
      const most = Math.max(utmost, ...study.impacts.flatMap(({ values }) => Object.values(values).map(Math.abs)));
      const value = cellValue(study, coding);
      return { down: value + most, up: most - value };
    }
    case "stance": {
      const at = stances.indexOf(listOf(study, coding.list).stance);
      return { down: at, up: stances.length - 1 - at };
    }
  }
}

/**
 * The case as it would read had one value been coded some notches higher (or lower, below 0). Throws RangeError for a
 * coding the case does not have, or more notches than it has room for. METHODS §9 (a).
 */
export function recoded(study: Case, coding: Coding, notches: number): Case {
  const { down, up } = notchRange(study, coding);
  if (!Number.isInteger(notches) || notches < -down || notches > up)
    throw new RangeError(`expected a whole number of notches from ${-down} to ${up}: ${notches}`);
  switch (coding.kind) {
    case "baseline":
      return withScale(study, coding.factor, (scale) => ({
        ...scale,
        baseline: scale.baseline + notches * methodOf(study).step,
      }));
    case "weight":
      return withScale(study, coding.factor, (scale) => ({ ...scale, weight: scale.weight * 2 ** notches }));
    case "shift":
      return withEvent(study, coding.event, (event) => ({
        ...event,
        effects: event.effects.map((effect) =>
          effect.factor === coding.factor ? { ...effect, shift: effect.shift + notches } : effect,
        ),
      }));
    case "grade":
      return withEvent(study, coding.event, (event) => {
        const moved = (citations: readonly Citation[] | undefined) =>
          citations?.map((citation, i) =>
            i === coding.citation ? { ...citation, grade: gradeMoved(citation.grade, notches) } : citation,
          );
        if (coding.effect === undefined) return { ...event, citations: moved(event.citations) };
        return {
          ...event,
          effects: event.effects.map((effect) =>
            effect.factor === coding.effect ? { ...effect, citations: moved(effect.citations) } : effect,
          ),
        };
      });
    case "cell":
      return withCell(study, coding, cellValue(study, coding) + notches);
    case "stance":
      return {
        ...study,
        chamber: study.chamber.map((list) =>
          list.id === coding.list ? { ...list, stance: stances[stances.indexOf(list.stance) + notches]! } : list,
        ),
      };
  }
}

/** What a cell of the matrix holds, a whole number of points; 0 where nothing is coded. Weimer-Jehle (2006). */
export function cellValue(study: Pick<Case, "impacts">, { from, on }: Cell): number {
  return rowOf(study, { from, on })?.values[on.state] ?? 0;
}

function rowOf({ impacts }: Pick<Case, "impacts">, { from, on }: Cell): Impact | undefined {
  return impacts.find(
    (row) => row.from.factor === from.factor && row.from.state === from.state && row.on === on.factor,
  );
}

function withCell(study: Case, { from, on }: Cell, value: number): Case {
  const row = rowOf(study, { from, on });
  const values = { ...row?.values, [on.state]: value };
  if (row)
    return { ...study, impacts: study.impacts.map((impact) => (impact === row ? { ...impact, values } : impact)) };
  const id = `${from.factor}-${from.state}-${on.factor}` as ImpactId;
  return { ...study, impacts: [...study.impacts, { id, from, on: on.factor, values, basis: "author" }] };
}

function withScale(study: Case, id: FactorId, change: (scale: NonNullable<Factor["scale"]>) => Factor["scale"]): Case {
  return {
    ...study,
    factors: study.factors.map((factor) =>
      factor.id === id && factor.scale ? { ...factor, scale: change(factor.scale) } : factor,
    ),
  };
}

function withEvent(study: Case, id: EventId, change: (event: Event) => Event): Case {
  return { ...study, events: study.events.map((event) => (event.id === id ? change(event) : event)) };
}

function scaleOf({ factors }: Case, id: FactorId): NonNullable<Factor["scale"]> {
  const scale = factors.find((factor) => factor.id === id)?.scale;
  if (!scale) throw new RangeError(`no factor with a scale: ${id}`);
  return scale;
}

function checkCell({ factors }: Case, { from, on }: Cell): void {
  const has = ({ factor: id, state }: Cell["from"]) =>
    factors.find((factor) => factor.id === id)?.states.some((candidate) => candidate.id === state);
  const [acting, met] = [from, on].map(({ factor, state }) => `${factor} ${state}`);
  if (!has(from) || !has(on)) throw new RangeError(`no such cell: ${acting} on ${met}`);
}

function listOf({ chamber }: Case, id: ChamberListId): ChamberList {
  const list = chamber.find((candidate) => candidate.id === id);
  if (!list) throw new RangeError(`no such list of the chamber: ${id}`);
  return list;
}

/** Events by their ids, gathered once for each list of them: of a case with many, every one is asked for. */
const gathered = new WeakMap<Case["events"], ReadonlyMap<EventId, Event>>();

function eventOf({ events }: Case, id: EventId): Event {
  const byId = gathered.get(events) ?? new Map(events.map((event) => [event.id, event]));
  gathered.set(events, byId);
  const event = byId.get(id);
  if (!event) throw new RangeError(`no such event: ${id}`);
  return event;
}

function effectOf(event: Event, factor: FactorId): Event["effects"][number] {
  const effect = event.effects.find((candidate) => candidate.factor === factor);
  if (!effect) throw new RangeError(`${event.id} has no effect on ${factor}`);
  return effect;
}

function citationOf(study: Case, { event: id, effect, citation: at }: Coding & { kind: "grade" }): Citation {
  const event = eventOf(study, id);
  const citation = (effect === undefined ? event : effectOf(event, effect)).citations?.[at];
  if (!citation) throw new RangeError(`${id} has no such citation: ${at}`);
  return citation;
}
