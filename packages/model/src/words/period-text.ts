import { isoDate, type Day } from "../day.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** A day in words: `long` "8 July 2020", `short` "8 Jul", `full` "Wed 8 Jul 2020". */
export function dayText(day: Day, length: "short" | "long" | "full" = "long"): string {
  const [year, month, dayOfMonth] = isoDate(day).split("-").map(Number) as [number, number, number];
  const name = months[month - 1]!;
  if (length === "long") return `${dayOfMonth} ${name} ${year}`;
  const short = `${dayOfMonth} ${name.slice(0, 3)}`;
  return length === "short" ? short : `${weekdays[(((day + 4) % 7) + 7) % 7]} ${short} ${year}`;
}

/** A period in words, no finer than it is known: "by 12 May 2020", "since May 2020", "about 1 July 2020", "June 2020?". */
export function periodText(period: string): string {
  const [from, to] = period.split("/") as [string, string?];
  if (to === undefined) return dateText(from);
  const known = (end: string) => end !== "" && end !== "..";
  if (!known(from)) return `by ${dateText(to)}`;
  if (!known(to)) return `since ${dateText(from)}`;
  return `${dateText(from)} to ${dateText(to)}`;
}

/** As {@link periodText}, with the year left out where it is the given one, and short months. */
export function periodTextWithin(period: string, year: number): string {
  const text = periodText(period).replaceAll(` ${year}`, "");
  return months.reduce((words, month) => words.replaceAll(month, month.slice(0, 3)), text);
}

function dateText(date: string): string {
  const [year, month, dayOfMonth] = date
    .replace(/[~?%]$/, "")
    .split("T")[0]!
    .split("-");
  const words = [dayOfMonth && String(Number(dayOfMonth)), month && months[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
  return `${/[~%]$/.test(date) ? "about " : ""}${words}${/[?%]$/.test(date) ? " (uncertain)" : ""}`;
}
