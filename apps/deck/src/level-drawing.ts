import { spanText, textWithin } from "@mizan/charts";
import type { Day } from "@mizan/model";
import { shortTitleOf } from "./briefing.ts";
import type { PrecedentPage, Pull } from "./slides/precedent.ts";
import { stateNameAt } from "./state-name.ts";
import { textWidth } from "./text-lines.ts";

const frame = { width: 1152, height: 300, left: 8, right: 1030, top: 74, bottom: 268 };
const n = (value: number) => Math.round(value * 10) / 10;

/** A factor's level over time, laid out: its way, its band, the lines between its states and its two events. */
export function levelDrawing({ factor, levels, pulls }: Pick<PrecedentPage, "factor" | "levels" | "pulls">) {
  const [first, last] = [levels[0]!, levels.at(-1)!];
  const low = Math.min(-0.1, ...levels.map(({ band90 }) => band90[0])) - 0.05;
  const high = Math.max(0.1, ...levels.map(({ band90 }) => band90[1])) + 0.05;
  const x = (day: Day) =>
    n(frame.left + ((day - first.day) / Math.max(1, last.day - first.day)) * (frame.right - frame.left));
  const y = (level: number) => n(frame.top + ((high - level) / (high - low)) * (frame.bottom - frame.top));
  const next = (i: number) => x((levels[i + 1] ?? levels[i]!).day);
  const steps = (value: (i: number) => number) => levels.map((_, i) => `V${y(value(i))}H${next(i)}`).join("");
  const lower = levels.map((_, i) => i).reverse();
  const way = `M${x(first.day)} ${y(first.level)}${steps((i) => levels[i]!.level)}`;
  const band =
    `M${x(first.day)} ${y(first.band90[1])}${steps((i) => levels[i]!.band90[1])}` +
    `${lower.map((i) => `H${next(i)}V${y(levels[i]!.band90[0])}`).join("")}H${x(first.day)}Z`;
  const cuts = factor.scale.cuts.filter((cut) => cut !== "declared");
  const edges = [high, ...[...cuts].reverse().filter((cut) => cut > low && cut < high), low];
  return {
    ...frame,
    way,
    band,
    parity: y(0),
    end: { x: x(last.day), y: y(last.level), last },
    cuts: cuts.filter((cut) => cut > low && cut < high).map((cut) => ({ cut, y: y(cut) })),
    states: edges.slice(1).map((edge, i) => {
      const [above, below] = [edges[i]!, edge];
      const whole = stateNameAt(factor, (above + below) / 2);
      const name = textWithin(whole, stateRoom, 16);
      const until = frame.left + 4 + textWidth(name, 16);
      const covered = levels.filter(({ day }, at) => at === 0 || x(day) <= until).map(({ level }) => y(level));
      return { whole, name, y: freeBaseline(y(above), y(below), [y(0), ...covered]) };
    }),
    marks: marksOf(pulls, (pull) => x(Math.min(last.day, (pull.start + pull.end) / 2))),
  };
}

const stateRoom = 400;
/** How far a state's name reaches above and below its baseline, with a little air. */
const ascent = 15;
const descent = 6;

/** The baseline nearest to the middle of a stretch where a name stands on none of the lines; the middle where there is none. */
function freeBaseline(top: number, bottom: number, lines: readonly number[]): number {
  const middle = (top + bottom) / 2 + 5;
  const room = Math.max(0, Math.floor((bottom - top - ascent - descent) / 2));
  const tries = Array.from({ length: room + 1 }, (_, i) => [middle - i, middle + i]).flat();
  const free = (y: number) => lines.every((line) => line < y - ascent || line > y + descent);
  return n(tries.find(free) ?? middle);
}

/** The two events' labels, one above the other so that neither lies on the other's leader. */
function marksOf(pulls: readonly [Pull, Pull], xOf: (pull: Pull) => number) {
  const [upper, lower] = [18, 52];
  const onRight = (pull: Pull) => xOf(pull) > frame.width / 2;
  const [first, second] = pulls.every(onRight) ? [lower, upper] : [upper, lower];
  return pulls.map((pull, i) => {
    const x = xOf(pull);
    const anchor = onRight(pull) ? ("end" as const) : ("start" as const);
    const date = spanText(pull.start, pull.end);
    const room = (anchor === "end" ? x : frame.width - x) - 16 - textWidth(`${date} `, 20);
    const whole = shortTitleOf(pull.event);
    return {
      id: pull.event.id,
      x,
      y: i === 0 ? first : second,
      anchor,
      date,
      whole,
      text: textWithin(whole, room, 20),
    };
  });
}
