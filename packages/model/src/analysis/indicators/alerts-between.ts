import type { Alert } from "../../alert.ts";
import { isoDate } from "../../day.ts";
import type { EventId } from "../../event.ts";
import type { OptionId } from "../../option.ts";
import { balanceAt, type Balance } from "../balance.ts";
import { namedStates } from "../cross-impact/named-states.ts";
import { recordDifferences, type Moment } from "../diff/index.ts";
import { coursesOf, destination } from "../outlook/destination.ts";
import { indicatorStatuses } from "./indicator-status.ts";

/** An alert before it is raised: nobody has numbered or dated it. */
export type AlertDraft = Omit<Alert, "id" | "raised">;

/**
 * What is set off between two moments, by what was written or by a day that passed: indicators of both whose status is
 * another, and courses of action, and none, that both offer and that lead elsewhere. The events of a destination are those
 * that changed. The study of a moment is read whole, as it could be known by its clocks. Throws MatrixError for a case of
 * more than 60 factors. METHODS §11.
 */
export function alertsBetween(before: Moment, after: Moment): AlertDraft[] {
  const [led, leads] = [balanceAt(before.study, before.clocks), balanceAt(after.study, after.clocks)];
  const day = isoDate(leads.asOf);
  const were = new Map(indicatorStatuses(led.study, led.asOf).map((status) => [status.indicator, status.state]));
  const indicators = indicatorStatuses(leads.study, leads.asOf).flatMap(
    ({ indicator, state, records }): AlertDraft[] => {
      const was = were.get(indicator);
      if (was === undefined || was === state) return [];
      return [{ asOf: day, indicator, before: was, after: state, events: [...records] }];
    },
  );
  const events = recordDifferences(led.study, leads.study).flatMap(({ kind, record }) =>
    kind === "events" ? [record as EventId] : [],
  );
  const offered = coursesOf(led.study);
  const shared = coursesOf(leads.study).filter((option) => offered.includes(option));
  const destinations = shared.flatMap((option): AlertDraft[] => {
    const [was, is] = [restOf(led, option), restOf(leads, option)];
    if (was === undefined || is === undefined || was === is) return [];
    return [{ asOf: day, ...(option === undefined ? {} : { option }), before: was, after: is, events }];
  });
  return [...indicators, ...destinations];
}

/** The states a case comes to rest in, or turns through, in words: "coercion contested, us withdrawn". */
function restOf(balance: Balance, option: OptionId | undefined): string | undefined {
  const named = (configuration: readonly number[]) =>
    Object.entries(namedStates(balance.study, configuration))
      .map((pair) => pair.join(" "))
      .join(", ");
  return destination(balance, option)?.end.map(named).join("; ");
}
