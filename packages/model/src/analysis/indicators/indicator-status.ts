import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { EventId } from "../../event.ts";
import type { Indicator, IndicatorId } from "../../indicator.ts";
import { openingDay } from "../shift.ts";
import { absenceReading, countReading } from "./event-rule.ts";
import { destinationReading } from "./destination-rule.ts";
import { levelReading } from "./level-rule.ts";

/** How an indicator stands: its rule is met, part of the way there, or nothing points to it. */
export type IndicatorState = "fired" | "counting" | "quiet";

/** How a rule reads on one day. */
export interface RuleReading {
  state: IndicatorState;
  /** How far, in the rule's own measure: events counted, days without one, the level. */
  value: number | undefined;
  /** What fires it, in the same measure. */
  threshold: number | undefined;
  /** The records that make it read so. */
  records: readonly EventId[];
}

/** An indicator on a day, and the days on which its state changed, from the opening on. */
export interface IndicatorStatus extends RuleReading {
  indicator: IndicatorId;
  /** First day of the unbroken run in the present state. */
  since: Day;
  history: readonly { day: Day; state: IndicatorState }[];
}

/**
 * Evaluates the case's indicators on a day: METHODS §11. An event counts on every day of its span; an expected one never.
 * Undefined readings do not exist: a rule over a level or a destination that is not known is quiet. O(days × events).
 */
export function indicatorStatuses(study: Case, asOf: Day): IndicatorStatus[] {
  const opening = Math.min(openingDay(study), asOf);
  return study.indicators.map((indicator) => {
    const reading = readingOf(study, indicator, opening, asOf);
    const history: { day: Day; state: IndicatorState }[] = [];
    for (let day = opening; day <= asOf; day++) {
      const { state } = reading(day);
      if (history.at(-1)?.state !== state) history.push({ day, state });
    }
    return { indicator: indicator.id, ...reading(asOf), since: history.at(-1)!.day, history };
  });
}

/** How the case's indicators read on one day, without the days on which that changed. O(events). */
export function indicatorReadings(study: Case, asOf: Day): (RuleReading & { indicator: IndicatorId })[] {
  const opening = Math.min(openingDay(study), asOf);
  return study.indicators.map((indicator) => ({
    indicator: indicator.id,
    ...readingOf(study, indicator, opening, asOf)(asOf),
  }));
}

function readingOf(study: Case, { rule }: Indicator, opening: Day, asOf: Day): (day: Day) => RuleReading {
  switch (rule.kind) {
    case "count":
      return countReading(study, rule);
    case "absence":
      return absenceReading(study, rule);
    case "level":
      return levelReading(study, rule, opening, asOf);
    case "destination":
      return destinationReading(study, rule);
  }
}
