import { isoDate, type Day } from "../day.ts";
import type { IndicatorStatus } from "../analysis/indicators/index.ts";

/** Statuses of indicators as they travel, days as ISO dates. */
export function indicatorsJson(asOf: Day, statuses: readonly IndicatorStatus[]) {
  return {
    asOf: isoDate(asOf),
    indicators: statuses.map(({ since, history, value, threshold, ...status }) => ({
      ...status,
      value: value ?? null,
      threshold: threshold ?? null,
      since: isoDate(since),
      history: history.map(({ day, state }) => ({ day: isoDate(day), state })),
    })),
  };
}
