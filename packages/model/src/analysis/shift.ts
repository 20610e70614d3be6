import type { Case } from "../case.ts";
import type { Citation } from "../citation.ts";
import type { Day } from "../day.ts";
import { spanOf } from "../edtf.ts";
import type { Effect, Event, EventId } from "../event.ts";
import type { FactorId } from "../factor.ts";
import type { Method } from "../method.ts";
import { methodOf } from "./default-method.ts";
import { evidenceWeight } from "./evidence-weight.ts";
import { publishedDay } from "./known.ts";

/** What one event did to one factor, ready to be summed: METHODS §2. */
export interface Shift {
  event: EventId;
  factor: FactorId;
  /** First and last day it is spread over, both inclusive. */
  start: Day;
  end: Day;
  /** s: steps as coded, −3 to 3. */
  steps: number;
  /** Chance that the report is right, 0 to 1. */
  report: number;
  /** Chance that the named party did it, 0 to 1; 1 where the effect does not rest on who did it. */
  attribution: number;
  /** g = report × attribution. */
  weight: number;
  /** s·u·g, in x. */
  mean: number;
  /** u²·(g·σ² + g·(1−g)·s²), in x². */
  variance: number;
  /** Infinity for a lasting effect. */
  halfLifeDays: number;
}

/** What turns effects into shifts: the case's constants, its opening day and the half-life of each factor with a scale. */
export interface ShiftTerms {
  method: Method;
  opening: Day;
  halfLives: ReadonlyMap<FactorId, number | undefined>;
}

export function shiftTerms(study: Pick<Case, "case" | "factors">): ShiftTerms {
  return {
    method: methodOf(study),
    opening: openingDay(study),
    halfLives: new Map(study.factors.map(({ id, scale }) => [id, scale?.halfLifeDays])),
  };
}

/** Every effect of the case's events on factors with a scale. Expected events move nothing. */
export function shiftsOf(study: Case): Shift[] {
  const terms = shiftTerms(study);
  return study.events.flatMap((event) => eventShifts(event, terms));
}

/** The shifts of one event. */
export function eventShifts(event: Event, { method, opening, halfLives }: ShiftTerms): Shift[] {
  if (event.expected || event.effects.length === 0) return [];
  const span = eventSpan(event, opening);
  return event.effects.flatMap((effect) => {
    const halfLifeDays = effect.lasting ? Infinity : halfLives.get(effect.factor);
    return halfLifeDays === undefined ? [] : [shiftOf(event, effect, span, halfLifeDays, method)];
  });
}

/** One effect as a shift, given the days it is spread over. */
function shiftOf(
  event: Event,
  effect: Effect,
  { start, end }: { start: Day; end: Day },
  halfLifeDays: number,
  method: Method,
): Shift {
  const report = evidenceWeight(effect.citations ?? event.citations ?? [], method) ?? 0;
  const attribution = effect.regardless || !event.attribution ? 1 : method.attribution[event.attribution.rung];
  const weight = report * attribution;
  const steps = effect.shift;
  const sd = method.shiftSd[effect.confidence];
  return {
    event: event.id,
    factor: effect.factor,
    start,
    end,
    steps,
    report,
    attribution,
    weight,
    mean: steps * method.step * weight,
    variance: method.step ** 2 * (weight * sd ** 2 + weight * (1 - weight) * steps ** 2),
    halfLifeDays,
  };
}

/**
 * The days an event is spread over. A day stands as it is; an interval is cut at the case's opening and at the earliest
 * publication that reports it, since nothing later than that can have been reported.
 */
export function eventSpan(event: Event, opening: Day): { start: Day; end: Day } {
  const when = spanOf(event.when);
  if (when.precision === "day" || when.precision === "instant") return { start: when.start!, end: when.start! };
  const start = Math.max(when.start ?? opening, opening);
  const reported = (event.citations ?? []).map((citation: Citation) => publishedDay(citation));
  const end = Math.min(when.end ?? Infinity, ...reported);
  return { start, end: Number.isFinite(end) ? Math.max(start, end) : start };
}

/** The first day of the case's period. */
export function openingDay(study: Pick<Case, "case">): Day {
  return spanOf(study.case.period).start!;
}

/** The day a case is read at unless another is asked for: its last day, or today where it is still being kept. */
export function lastDay(study: Pick<Case, "case">, today: Day): Day {
  return spanOf(study.case.period).end ?? Math.max(today, openingDay(study));
}
