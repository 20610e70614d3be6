import { dayFrom } from "../../day.ts";
import { dayText } from "../period-text.ts";
import { balanceAt, type Balance } from "../../analysis/balance.ts";
import { pointsTrace } from "./event-trace.ts";
import { indexTrace } from "./index-trace.ts";
import { levelTrace } from "./level-trace.ts";
import type { Trace, TraceRow } from "./trace.ts";

/** The figures that read otherwise on every day. */
const daily = { index: indexTrace, level: levelTrace, points: pointsTrace } as const;

/**
 * The trace of a figure as it stood on a day up to the one looked at, known as the page's is. Its rows lead on to the
 * same day.
 */
export function traceOn(balance: Balance, figure: keyof typeof daily, id: string, date: string): Trace | undefined {
  const day = dayFrom(date);
  if (day === undefined || day > balance.asOf) return undefined;
  const then = { ...balanceAt(balance.study, { asOf: day }, balance.gathered), knownAt: balance.knownAt };
  const trace = daily[figure](then, id);
  return (
    trace && {
      ...trace,
      key: keyOn(trace.key, date),
      title: `${trace.title} on ${dayText(day)}`,
      arithmetic: { ...trace.arithmetic, rows: trace.arithmetic.rows.map((row) => rowOn(row, date)) },
    }
  );
}

function rowOn({ opens, ...row }: TraceRow, date: string): TraceRow {
  return opens === undefined ? row : { ...row, opens: keyOn(opens, date) };
}

/** "index" is "index-on/2020-06-26", "level/economy" "level-on/economy/2020-06-26"; what no day changes stays. */
function keyOn(key: string, date: string): string {
  const [kind = "", ...rest] = key.split("/");
  return Object.hasOwn(daily, kind) ? [`${kind}-on`, ...rest, date].join("/") : key;
}
