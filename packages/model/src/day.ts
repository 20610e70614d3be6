/** A UTC day, counted from 1970-01-01. */
export type Day = number;

const millisecondsPerDay = 86_400_000;

/** The day of an ISO date such as "2020-07-08". NaN for a date that does not exist. */
export function dayOf(date: string): Day {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return Math.floor(milliseconds / millisecondsPerDay);
}

/** The day of an ISO date such as "2020-07-08"; undefined for any other text, and for a date that does not exist. */
export function dayFrom(text: string): Day | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : NaN;
  return !Number.isNaN(day) && isoDate(day) === text ? day : undefined;
}

/** The ISO date of a day: 18451 is "2020-07-08". */
export function isoDate(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
