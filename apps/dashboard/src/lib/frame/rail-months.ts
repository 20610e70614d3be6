import { dayOf, isoDate, type Day } from "@mizan/model";
import { dayText } from "@mizan/model/words";

/** A month's first day on the rail, and its short name; January carries its year. */
export interface RailMonth {
  day: Day;
  name: string;
}

const most = 8;

/** The months that begin between two days, thinned to at most eight. */
export function railMonths(from: Day, to: Day): RailMonth[] {
  const [year, month] = isoDate(from).split("-").map(Number) as [number, number];
  const months = Math.ceil((to - from) / 28) + 1;
  const starts = Array.from({ length: Math.min(months, 1200) }, (_, i) => firstDay(year, month + i)).filter(
    (day) => day >= from && day <= to,
  );
  const step = Math.ceil(starts.length / most);
  return starts.filter((_, i) => i % step === 0).map((day) => ({ day, name: nameOf(day, step) }));
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
