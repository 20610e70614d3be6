import type { Case } from "../case.ts";
import { spanOf } from "../edtf.ts";
import type { Frame } from "../frame.ts";
import { dayText } from "./period-text.ts";
import { isoDate, type Day } from "../day.ts";
import type { Balance } from "../analysis/balance.ts";
import { sideOf } from "../analysis/band.ts";
import { change, type Change } from "../analysis/change.ts";
import type { IndexPoint } from "../analysis/series.ts";

/** What may be said of the balance on a day: who it favours, since when, and where it has been moving. */
export interface Claim {
  /** The side the 90 % band lies on; 0 where it spans parity: too close to call. */
  verdict: -1 | 0 | 1;
  /** First day of the unbroken run of days with this verdict. */
  since: Day;
  /** What the verdict was before; undefined where it never was another. */
  before: -1 | 0 | 1 | undefined;
  /** Where the day lies outside the case's own period, so that the claim rests on its baseline or on old evidence. */
  outside: "before" | "after" | undefined;
  /** The largest recent change up to the day, where its own 90 % band is clear of 0. */
  trend: Change | undefined;
}

/** How many days back a trend is looked for: the span a reader of the monitor has in view. */
export const trendDays = 14;

/** The claim the numbers support on the last day of a series. Undefined without an index. */
export function claimOf(balance: Balance, series: readonly IndexPoint[]): Claim | undefined {
  const { study, weights } = balance;
  const last = series.at(-1);
  if (!last || !weights) return undefined;
  const verdict = sideOf(last.band90);
  const turned = series.findLastIndex(({ band90 }) => sideOf(band90) !== verdict);
  const recent = series.slice(-trendDays - 1, -1);
  const farthest = recent.reduce<IndexPoint | undefined>(
    (far, point) => (far && Math.abs(far.x - last.x) >= Math.abs(point.x - last.x) ? far : point),
    undefined,
  );
  const trend = farthest && change(balance, weights, farthest.day, last.day);
  return {
    verdict,
    since: series[turned + 1]!.day,
    before: turned < 0 ? undefined : sideOf(series[turned]!.band90),
    outside: outsideOf(study, last.day),
    trend: trend && Math.abs(trend.x) > trend.margin90 ? trend : undefined,
  };
}

function outsideOf({ case: { period } }: Pick<Case, "case">, day: Day): Claim["outside"] {
  const { start = -Infinity, end = Infinity } = spanOf(period);
  return day < start ? "before" : day > end ? "after" : undefined;
}

/**
 * A claim as one sentence: "The balance is too close to call, and has moved towards the pro-Iran militias since 26 June."
 * On a day outside the case's period it says what little it rests on.
 */
export function claimText({ verdict, trend, outside }: Claim, { sides, period }: Frame): string {
  const name = (side: -1 | 0 | 1) => (side > 0 ? sides!.positive.inSentence : sides!.negative.inSentence);
  const stands = verdict === 0 ? "the balance is too close to call" : `the balance favours ${name(verdict)}`;
  const { start, end } = spanOf(period);
  if (outside === "before") return `By its baseline alone, before the case opens on ${dayText(start!)}, ${stands}.`;
  if (outside === "after")
    return `On what is left of evidence up to ${dayText(end!)}, where the case closes, ${stands}.`;
  const standing = `T${stands.slice(1)}`;
  if (!trend) return `${standing}.`;
  const towards = trend.x > 0 ? 1 : -1;
  const date = sinceText(trend.from);
  if (verdict === 0) return `${standing}, and has moved towards ${name(towards)} since ${date}.`;
  return verdict === towards ? `${standing}, the more so since ${date}.` : `${standing}, though less since ${date}.`;
}

function sinceText(day: Day): string {
  return dayText(day).replace(` ${isoDate(day).slice(0, 4)}`, "");
}
