import type { Alert } from "../../alert.ts";
import type { Case } from "../../case.ts";
import { isoDate, type Day } from "../../day.ts";
import type { EventId } from "../../event.ts";
import { balanceAt } from "../balance.ts";
import { destination } from "../outlook/destination.ts";
import { indicatorReadings } from "./indicator-status.ts";

/** An alert before it is raised: nobody has numbered or dated it. */
export type AlertDraft = Omit<Alert, "id" | "raised">;

/**
 * What a change of the case sets off, both read at one day: indicators of both whose status is another, and courses of
 * action, and none, that both offer and that lead elsewhere. The events of a destination are those that changed.
 */
export function alertsBetween(before: Case, after: Case, asOf: Day): AlertDraft[] {
  const day = isoDate(asOf);
  const were = new Map(indicatorReadings(before, asOf).map((status) => [status.indicator, status.state]));
  const indicators = indicatorReadings(after, asOf).flatMap(({ indicator, state, records }): AlertDraft[] => {
    const was = were.get(indicator);
    if (was === undefined || was === state) return [];
    return [{ asOf: day, indicator, before: was, after: state, events: [...records] }];
  });
  const [led, leads] = [balanceAt(before, { asOf }), balanceAt(after, { asOf })];
  const events = changedEvents(before, after);
  const shared = after.options.filter(({ id }) => before.options.some((option) => option.id === id));
  const destinations = [undefined, ...shared.map(({ id }) => id)].flatMap((option): AlertDraft[] => {
    const [was, is] = [restOf(before, led, option), restOf(after, leads, option)];
    if (was === undefined || is === undefined || was === is) return [];
    return [{ asOf: day, ...(option === undefined ? {} : { option }), before: was, after: is, events }];
  });
  return [...indicators, ...destinations];
}

/** The states a case comes to rest in, or turns through, in words: "coercion contested, us withdrawn". */
function restOf({ factors }: Case, balance: ReturnType<typeof balanceAt>, option: Parameters<typeof destination>[1]) {
  const named = (configuration: readonly number[]) =>
    factors.map(({ id, states }, i) => `${id} ${states[configuration[i]!]!.id}`).join(", ");
  return destination(balance, option)?.end.map(named).join("; ");
}

function changedEvents(before: Case, after: Case): EventId[] {
  const were = new Map(before.events.map((event) => [event.id, event]));
  const is = new Set(after.events.map(({ id }) => id));
  return [
    ...after.events.filter((event) => were.get(event.id) !== event).map(({ id }) => id),
    ...before.events.filter(({ id }) => !is.has(id)).map(({ id }) => id),
  ];
}
