import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { EventId } from "../../event.ts";
import type { Indicator, IndicatorId } from "../../indicator.ts";
import { openingDay } from "../shift.ts";
import { absenceReading, countReading } from "./event-rule.ts";
import { dailyLevels } from "./daily-levels.ts";
import { dailyDestinations, destinationReading } from "./destination-rule.ts";
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
 * Undefined readings do not exist: a rule over a level or a destination that is not known is quiet. All rules share one
 * pass over the evidence, O(days × factors + effects). Throws MatrixError where a destination is watched in a case of more
 * than 60 factors.
 */
export function indicatorStatuses(study: Case, asOf: Day): IndicatorStatus[] {
  const opening = Math.min(openingDay(study), asOf);
  // A change of destination on the opening day is one from the day before.
  const levels = once(() => dailyLevels(study, opening - 1, asOf));
  const destinations = once(() => dailyDestinations(study, levels()));
  const readingOf = ({ rule }: Indicator): ((day: Day) => RuleReading) => {
    switch (rule.kind) {
      case "count":
        return countReading(study, rule);
      case "absence":
        return absenceReading(study, rule);
      case "level":
        return levelReading(rule, levels());
      case "destination":
        return destinationReading(study, rule, destinations());
    }
  };
  return study.indicators.map((indicator) => {
    const reading = readingOf(indicator);
    const history: { day: Day; state: IndicatorState }[] = [];
    for (let day = opening; day <= asOf; day++) {
      const { state } = reading(day);
      if (history.at(-1)?.state !== state) history.push({ day, state });
    }
    return { indicator: indicator.id, ...reading(asOf), since: history.at(-1)!.day, history };
  });
}

/** A value worked out when it is first asked for, and kept. */
function once<Value extends object>(work: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= work());
}
