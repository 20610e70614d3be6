/** Microseconds since 1970 of an ISO instant, however finely it is given. */
export function microsecondsOf(instant: string): number {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? "";
  const seconds = Date.parse(instant.replace(/\.\d+/, ""));
  if (Number.isNaN(seconds)) throw new RangeError(`expected an ISO instant such as 2020-07-08T12:00:00Z: ${instant}`);
  return seconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, "0"));
}

/** An instant to the microsecond: "2020-07-08T12:00:00.000001Z". All are equally long, so they sort as texts. */
export function instantOf(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = microseconds - milliseconds * 1000;
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(rest).padStart(3, "0")}Z`;
}

/** The present, or the microsecond after the last instant where the clock has not moved past it. */
export function instantAfter(last: number, now: number = Date.now()): number {
  return Math.max(now * 1000, last + 1);
}
