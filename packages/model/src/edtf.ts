import type { Day } from "./day.ts";

/** How finely a period is known. */
export type Precision = "year" | "month" | "day" | "instant" | "interval";

/** A period read: its first and last UTC day, both inclusive; an end that is open or unknown is absent. */
export interface Span {
  start?: Day;
  end?: Day;
  precision: Precision;
  approximate: boolean;
  uncertain: boolean;
}

const dateForm =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?([~?%])?$/;

/**
 * Reads an EDTF period: level 0, and from level 1 the marks `~` (about), `?` (uncertain), `%` (both), open ends (`..`)
 * and unknown ends (empty). A text of no such form, a day that is not in the calendar, or an interval that ends before
 * it starts gives `{ problem }`. Library of Congress, Extended Date/Time Format (2019); ISO 8601-2:2019.
 */
export function edtf(text: string): Span | { problem: string } {
  const ends = text.split("/");
  if (ends.length === 1) return date(text);
  if (ends.length > 2) return { problem: "expected one date or an interval of two" };
  return interval(ends[0]!, ends[1]!);
}

/** The span of a period that its schema has accepted. */
export function spanOf(period: string): Readonly<Span> {
  const kept = spans.get(period);
  if (kept) return kept;
  const span = edtf(period);
  if ("problem" in span) throw new RangeError(`${period}: ${span.problem}`);
  if (spans.size === mostSpans) spans.clear();
  spans.set(period, span);
  return span;
}

/** Spans read before: a case of very many events has few days, and asks for each again and again. */
const spans = new Map<string, Readonly<Span>>();
const mostSpans = 10_000;

function interval(from: string, to: string): Span | { problem: string } {
  const start = boundary(from);
  const end = boundary(to);
  if (start && "problem" in start) return start;
  if (end && "problem" in end) return end;
  if (!start && !end) return { problem: "expected an interval with at least one known end" };
  const span: Span = {
    precision: "interval",
    approximate: (start?.approximate ?? false) || (end?.approximate ?? false),
    uncertain: (start?.uncertain ?? false) || (end?.uncertain ?? false),
  };
  if (start?.start !== undefined) span.start = start.start;
  if (end?.end !== undefined) span.end = end.end;
  if (span.start !== undefined && span.end !== undefined && span.end < span.start)
    return { problem: "the interval ends before it starts" };
  return span;
}

function boundary(text: string): Span | { problem: string } | undefined {
  return text === "" || text === ".." ? undefined : date(text);
}

function date(text: string): Span | { problem: string } {
  const match = dateForm.exec(text);
  if (!match)
    return { problem: "expected a date such as 2020, 2020-06, 2020-06-26 or an interval such as 2020-05/2020-06" };
  const [, year, month, dayOfMonth, time, , , , zone, mark] = match;
  const start = calendarDay(Number(year), Number(month ?? 1), Number(dayOfMonth ?? 1));
  if (start === undefined) return { problem: "no such day in the calendar" };
  const marks = { approximate: mark === "~" || mark === "%", uncertain: mark === "?" || mark === "%" };
  if (time) {
    const instant = text.replace(/[~?%]$/, "");
    const day = Math.floor(Date.parse(zone ? instant : `${instant}Z`) / 86_400_000);
    return { start: day, end: day, precision: "instant", ...marks };
  }
  if (dayOfMonth) return { start, end: start, precision: "day", ...marks };
  if (month) return { start, end: dayNumber(Number(year), Number(month) + 1, 0), precision: "month", ...marks };
  return { start, end: dayNumber(Number(year), 12, 31), precision: "year", ...marks };
}

function calendarDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const day = dayNumber(year, month, dayOfMonth);
  const date = new Date(day * 86_400_000);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === dayOfMonth ? day : undefined;
}

/** A day beyond its month counts on into the next; day 0 is the last of the month before. */
function dayNumber(year: number, month: number, dayOfMonth: number): Day {
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / 86_400_000;
}
