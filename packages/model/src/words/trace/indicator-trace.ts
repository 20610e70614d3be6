import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { indicatorStatuses } from "../../analysis/indicators/indicator-status.ts";
import { dayText } from "../period-text.ts";
import { ruleReading, ruleText } from "../rule-text.ts";
import { capital } from "../sentence.ts";
import { eventTitle } from "./names.ts";
import { recordOf, sourcesOf } from "./provenance.ts";
import type { Trace, TraceRow } from "./trace.ts";

/** How an indicator reads: what its rule counts or measures, and the events that make it so. */
export function indicatorTrace(balance: Balance, id: string): Trace | undefined {
  const { study, asOf, index } = balance;
  const indicator = study.indicators.find((candidate) => candidate.id === id);
  if (!indicator) return undefined;
  const alone = { ...study, indicators: [indicator] };
  const { state, value, threshold, records, since } = indicatorStatuses(alone, asOf)[0]!;
  return {
    key: `indicator/${id}`,
    title: inLanguage(indicator.name),
    figure: { value, form: indicator.rule.kind === "level" ? "level" : "count" },
    says: `${capital(state)} since ${dayText(since)}. ${ruleText(study, indicator.rule)}.`,
    arithmetic: {
      columns: records.length > 0 ? ["Event", ""] : [],
      rows: records.map((event): TraceRow => ({
        label: eventTitle(balance, event),
        cells: [{ text: "counts" }],
        opens: `${index ? "points" : "evidence"}/${event}`,
      })),
      lines: [ruleReading(indicator.rule, value, threshold)].filter((line) => line !== ""),
    },
    records: [
      recordOf("indicators", indicator, indicator.name, [
        ["What it would mean", indicator.meaning],
        ["Fires at", ruleText(study, indicator.rule)],
      ]),
    ],
    sources: sourcesOf(study, indicator.citations),
  };
}
