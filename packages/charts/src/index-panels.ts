import { isoDate, type Day } from "@mizan/model";
import { figureText, periodTextWithin, dayText } from "@mizan/model/words";
import type { DrawingSize } from "./drawing.ts";
import { monthStarts, monthText } from "./span-text.ts";
import { tenth } from "./tenth.ts";
import { textWidth } from "./text-width.ts";

/** A stretch of days drawn at one scale. */
export interface Panel {
  from: Day;
  to: Day;
  /** Left and right end, in the drawing's units. */
  left: number;
  right: number;
  title: string;
  /** True where it goes on from the panel before it. */
  joined?: boolean;
}

export interface DayTick {
  day: Day;
  x: number;
  text: string;
  anchor: "start" | "middle";
}

interface Extent {
  from: Day;
  to: Day;
  left: number;
  right: number;
  size: DrawingSize;
}

/**
 * The whole period at left and its last days, wider, at right; one panel where the period is shorter than three times
 * the focus, and on a phone, which shows the last days alone.
 */
export function indexPanels({ from, to, left, right, size }: Extent, focusDays: number): Panel[] {
  if (size === "phone") {
    const start = Math.max(from, to - focusDays);
    return [{ from: start, to, left, right, title: start === from ? stretchText(from, to) : lastDays(focusDays) }];
  }
  if (to - from < 3 * focusDays) return [{ from, to, left, right, title: stretchText(from, to) }];
  const gap = size === "slide" ? 32 : 28;
  const split = Math.round(left + (right - left - gap) * (size === "slide" ? 0.395 : 0.52));
  const cut = to - focusDays;
  const wider = (right - split - gap) / focusDays / ((split - left) / (cut - from));
  return [
    { from, to: cut, left, right: split, title: stretchText(from, cut) },
    {
      from: cut,
      to,
      left: split + gap,
      right,
      title: `${lastDays(focusDays)}, ${figureText(wider, "count")} times wider`,
      joined: true,
    },
  ];
}

/** Where a day stands on the panels; a day before or after them stands at their end. */
export function panelScale(panels: readonly Panel[]): (day: Day) => number {
  return (day) => {
    const panel = panels.findLast(({ from }) => day > from) ?? panels[0]!;
    const share = Math.min(1, Math.max(0, (day - panel.from) / Math.max(1, panel.to - panel.from)));
    return tenth(panel.left + share * (panel.right - panel.left));
  };
}

/** Ticks of a panel: months where it is long, else days, as far apart as their text needs. */
export function dayTicks({ from, to, left, right, joined }: Panel, size: DrawingSize): DayTick[] {
  const perDay = (right - left) / Math.max(1, to - from);
  const room = size === "slide" ? 96 : size === "phone" ? 60 : 44;
  const x = (day: Day) => tenth(left + (day - from) * perDay);
  if (to - from > 45) {
    const every = [1, 2, 3, 6, 12].find((months) => 30 * months * perDay >= 0.55 * room) ?? 12;
    return monthStarts(from, to)
      .filter((day) => (Number(isoDate(day).slice(5, 7)) - 1) % every === 0)
      .map((day): DayTick => ({ day, x: x(day), text: monthText(day), anchor: "start" }))
      .reduce<DayTick[]>((kept, tick) => {
        const last = kept.at(-1);
        const room = last ? tick.x - last.x : Infinity;
        return room > textWidth(last?.text ?? "", size === "slide" ? 16 : 12) + 6 ? [...kept, tick] : kept;
      }, []);
  }
  const every = [1, 2, 4, 7, 14].find((days) => days * perDay >= room) ?? 14;
  const days = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => to - i * every).reverse();
  const shown = joined && days[0] === from ? days.slice(1) : days;
  return shown.map((day, i) => {
    const text = dayText(day, "short");
    const sameMonth = i > 0 && isoDate(shown[i - 1]!).slice(0, 7) === isoDate(day).slice(0, 7);
    return { day, x: x(day), text: size === "monitor" && sameMonth ? text.split(" ")[0]! : text, anchor: "middle" };
  });
}

function stretchText(from: Day, to: Day): string {
  return periodTextWithin(`${isoDate(from)}/${isoDate(to)}`, Number(isoDate(to).slice(0, 4)));
}

function lastDays(days: number): string {
  return `Last ${figureText(days, "count")} days`;
}
