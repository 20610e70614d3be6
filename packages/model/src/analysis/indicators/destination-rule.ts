import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { EventId } from "../../event.ts";
import type { Rule } from "../../indicator.ts";
import { presentConfiguration, systemOf } from "../cross-impact/case-system.ts";
import { destinationFrom, isKnown, type Destination } from "../outlook/destination.ts";
import { outcomeTest } from "../outlook/outcome-test.ts";
import { eventSpan, openingDay } from "../shift.ts";
import { factorStates } from "../state.ts";
import { levelsOn, type DailyLevels } from "./daily-levels.ts";
import type { RuleReading } from "./indicator-status.ts";

/** Where a case leads on each day. */
export type DailyDestinations = (day: Day) => Destination | undefined;

/**
 * Where a case leads on each of the days of its levels, decisions as they stand, as `destination` has it; undefined where
 * some state is not known. Days with the same present lead to the same end, which is followed once.
 */
export function dailyDestinations(study: Case, levels: DailyLevels): DailyDestinations {
  const ends = new Map<string, Destination>();
  const onDay = new Map<Day, Destination | undefined>();
  const system = study.factors.length > 0 ? systemOf(study).system : undefined;
  const follow = (day: Day): Destination | undefined => {
    const present = presentConfiguration(study, factorStates(study, levelsOn(levels, day), day));
    if (!system || !isKnown(present)) return undefined;
    const key = present.join();
    const known = ends.get(key) ?? destinationFrom(study, system, present);
    ends.set(key, known);
    return known;
  };
  return (day) => {
    if (!onDay.has(day)) onDay.set(day, follow(day));
    return onDay.get(day);
  };
}

/**
 * A change of where the case leads if decisions stay: fires on the days whose destination is not the day before's; with
 * an outcome named, on every day that comes to rest in it. A cycle is no outcome, as in an outlook. METHODS §11.
 */
export function destinationReading(
  study: Case,
  { outcome: id }: Extract<Rule, { kind: "destination" }>,
  destinationOn: DailyDestinations,
): (day: Day) => RuleReading {
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  const meets = outcome && outcomeTest(study, outcome);
  const opening = openingDay(study);
  const begun = Map.groupBy(
    study.events.filter((event) => !event.expected),
    (event) => eventSpan(event, opening).start,
  );
  const begunOn = (day: Day): EventId[] => begun.get(day)?.map((event) => event.id) ?? [];
  return (day) => {
    const leads = destinationOn(day);
    const fired = meets
      ? leads !== undefined && leads.settles && meets(leads.end[0]!)
      : leads?.end.join(";") !== destinationOn(day - 1)?.end.join(";");
    return {
      state: fired ? "fired" : "quiet",
      value: undefined,
      threshold: undefined,
      records: fired ? begunOn(day) : [],
    };
  };
}
