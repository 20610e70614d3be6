import { dayOf, isoDate, type Day } from "@mizan/model";
import { dayText } from "@mizan/model/words";

/** A month's first day on the rail, and its short name; January carries its year. */
export interface RailMonth {
  day: Day;
  name: string;
}

/** More months than this carry their years and are thinned to so many that their names do not meet on a phone. */
const most = 8;
const mostWithYears = 5;

/** The months that begin between two days, thinned where they are many; over decades, whole years. */
export function railMonths(from: Day, to: Day): RailMonth[] {
  const [year, month] = isoDate(from).split("-").map(Number) as [number, number];
  const [lastYear, lastMonth] = isoDate(to).split("-").map(Number) as [number, number];
  const first = isoDate(from).endsWith("-01") ? month : month + 1;
  const count = 12 * (lastYear - year) + lastMonth - first + 1;
  const step = count <= most ? 1 : Math.ceil(count / mostWithYears);
  return Array.from({ length: Math.max(0, Math.ceil(count / step)) }, (_, i) => {
    const day = firstDay(year, first + i * step);
    return { day, name: nameOf(day, step) };
  });
}

/** The months whose names end within a rail of 346 px, that of a phone. */
export function monthsWithin(from: Day, to: Day): RailMonth[] {
  const width = ({ name }: RailMonth) => (6 + 6.5 * name.length) / 346;
  return railMonths(from, to).filter((month) => (month.day - from) / (to - from) + width(month) <= 1);
}

function firstDay(year: number, month: number): Day {
  const years = Math.floor((month - 1) / 12);
  const within = ((month - 1) % 12) + 1;
  return dayOf(`${String(year + years).padStart(4, "0")}-${String(within).padStart(2, "0")}-01`);
}

function nameOf(day: Day, step: number): string {
  const [, name, year] = dayText(day).split(" ") as [string, string, string];
  return step > 1 || name === "January" ? `${name.slice(0, 3)} ${year}` : name.slice(0, 3);
}
