import { dayOf, isoDate, type Day } from "@mizan/model";
import { dayText, periodTextWithin } from "@mizan/model/words";

/** A day or a span of days in few words, without the year: "6 Jul", "2–3 Jul", "27 Jun to 3 Jul", "May" for the whole month. */
export function spanText(start: Day, end: Day): string {
  if (start === end) return dayText(start, "short");
  const [from, to] = [isoDate(start), isoDate(end)];
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (sameMonth && !isMonth(from, to, end)) return `${dayText(start, "short").split(" ")[0]}–${dayText(end, "short")}`;
  const period = isMonth(from, to, end) ? from.slice(0, 7) : `${from}/${to}`;
  return periodTextWithin(period, Number(from.slice(0, 4)));
}

function isMonth(from: string, to: string, end: Day): boolean {
  return from.endsWith("-01") && to.startsWith(from.slice(0, 7)) && isoDate(end + 1).endsWith("-01");
}

/** The first days of the months between two days, both inclusive. */
export function monthStarts(from: Day, to: Day): Day[] {
  const starts: Day[] = [];
  let [year, month] = isoDate(from).split("-").map(Number) as [number, number];
  for (;;) {
    const start = dayOf(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
    if (start > to) return starts;
    if (start >= from) starts.push(start);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The short name of a day's month: "Jul"; with the year in January. */
export function monthText(day: Day): string {
  const name = dayText(day, "short").split(" ")[1]!;
  return name === "Jan" ? `${name} ${isoDate(day).slice(0, 4)}` : name;
}
