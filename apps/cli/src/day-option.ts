import { InvalidArgumentError } from "commander";
import { dayOf, isoDate, type Day } from "@mizan/model";

/** Reads a day given for an option of the command line, such as "2020-06-30". */
export function dayOption(text: string): Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : NaN;
  if (Number.isNaN(day) || isoDate(day) !== text) throw new InvalidArgumentError("expected a day such as 2020-06-30");
  return day;
}

/** Today, in UTC. */
export function today(): Day {
  return dayOf(new Date().toISOString().slice(0, 10));
}
