import { dayOf, isoDate, type Day } from "@mizan/model";
import { InputError } from "./input-error.ts";

/** Reads a day given for an option of the command line, such as "2020-06-30". */
export function dayOption(option: string): (text: string) => Day {
  return (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : NaN;
    if (Number.isNaN(day) || isoDate(day) !== text)
      throw new InputError(`${option}: expected a day such as 2020-06-30: ${text}`);
    return day;
  };
}

/** Today, in UTC. */
export function today(): Day {
  return dayOf(new Date().toISOString().slice(0, 10));
}
