import { InvalidArgumentError } from "commander";
import { dayFrom, dayOf, type Day } from "@mizan/model";

/** Reads a day given for an option of the command line, such as "2020-06-30". */
export function dayOption(text: string): Day {
  const day = dayFrom(text);
  if (day === undefined) throw new InvalidArgumentError("expected a day such as 2020-06-30");
  return day;
}

/** Today, in UTC. */
export function today(): Day {
  return dayOf(new Date().toISOString().slice(0, 10));
}
