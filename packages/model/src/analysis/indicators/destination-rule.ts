import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { EventId } from "../../event.ts";
import type { Rule } from "../../indicator.ts";
import { balanceAt } from "../balance.ts";
import { destination } from "../outlook/destination.ts";
import { outcomeTest } from "../outlook/outcome-test.ts";
import { eventSpan, openingDay } from "../shift.ts";
import type { RuleReading } from "./indicator-status.ts";

/**
 * A change of where the case leads if decisions stay: fires on the days whose destination is not the day before's; with
 * an outcome named, on every day whose destination meets it.
 */
export function destinationReading(
  study: Case,
  { outcome: id }: Extract<Rule, { kind: "destination" }>,
): (day: Day) => RuleReading {
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  const meets = outcome && outcomeTest(study, outcome);
  const opening = openingDay(study);
  const known = new Map<Day, readonly (readonly number[])[] | undefined>();
  const endOn = (day: Day) => {
    if (!known.has(day)) known.set(day, destination(balanceAt(study, { asOf: day }))?.end);
    return known.get(day);
  };
  const begunOn = (day: Day): EventId[] =>
    study.events.filter((event) => !event.expected && eventSpan(event, opening).start === day).map((event) => event.id);
  return (day) => {
    const end = endOn(day);
    const fired = meets
      ? (end?.some((configuration) => meets(configuration)) ?? false)
      : end?.join() !== endOn(day - 1)?.join();
    return {
      state: fired ? "fired" : "quiet",
      value: undefined,
      threshold: undefined,
      records: fired ? begunOn(day) : [],
    };
  };
}
