import { inLanguage, type Day, type LanguageMap } from "@mizan/model";
import { indicatorStatuses, type IndicatorState, type IndicatorStatus } from "@mizan/model/indicators";
import { dayText, ruleLimit, ruleText } from "@mizan/model/words";
import { citedOf, yearOf } from "./cited.ts";
import type { Reading } from "./reading.ts";

/** An indicator as a page shows it: how it stands, since when, why, and what it would mean. */
export interface IndicatorRow {
  id: string;
  name: LanguageMap;
  meaning: string;
  state: IndicatorState;
  since: Day;
  sinceWords: string;
  rule: string;
  /** What the value is held against, in words; empty where nothing is known. */
  limit: string;
  value: number | undefined;
  form: "count" | "level";
  history: IndicatorStatus["history"];
  events: readonly { id: string; label: string }[];
  judgement: string | undefined;
  places: string;
}

const order: Readonly<Record<IndicatorState, number>> = { fired: 0, counting: 1, quiet: 2 };

/** The indicators that had been set by the day, fired ones first, of each state the newest; of a reading that is whole. */
export function indicatorRows({ balance, made }: Reading): IndicatorRow[] {
  const { asOf } = balance;
  const study = { ...balance.study, indicators: made.indicators };
  return indicatorStatuses(study, asOf)
    .map(({ indicator: id, state, since, value, threshold, history, records }): IndicatorRow => {
      const { name, meaning, rule, judgement, citations } = study.indicators.find((one) => one.id === id)!;
      return {
        id,
        name,
        meaning,
        state,
        since,
        sinceWords: dayText(since).replace(` ${yearOf(asOf)}`, ""),
        rule: ruleText(study, rule),
        limit: value === undefined ? "" : ruleLimit(rule, threshold),
        value,
        form: rule.kind === "level" ? "level" : "count",
        history,
        events: records.map((event) => {
          const { title, shortTitle } = study.events.find((candidate) => candidate.id === event)!;
          return { id: event, label: inLanguage(shortTitle ?? title) };
        }),
        judgement: made.judgements.some((one) => one.id === judgement) ? judgement : undefined,
        places: [...new Set(citedOf(balance, citations).flatMap(({ place }) => place ?? []))].join(", "),
      };
    })
    .toSorted((a, b) => order[a.state] - order[b.state] || b.since - a.since);
}
