import type { Day } from "@mizan/model";
import type { PrecedentPage, Pull } from "./slides/precedent.ts";

const frame = { width: 1152, height: 300, left: 8, right: 1030, top: 60, bottom: 268 };
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
    states: edges.slice(1).map((edge, i) => ({ y: (y(edge) + y(edges[i]!)) / 2, at: (edge + edges[i]!) / 2 })),
    marks: marksOf(pulls, (pull) => x(Math.min(last.day, (pull.start + pull.end) / 2))),
  };
}

/** The two events' labels, one above the other so that neither lies on the other's leader. */
function marksOf(pulls: readonly [Pull, Pull], xOf: (pull: Pull) => number) {
  const [upper, lower] = [18, 44];
  const onRight = (pull: Pull) => xOf(pull) > frame.width / 2;
  const [first, second] = pulls.every(onRight) ? [lower, upper] : [upper, lower];
  return pulls.map((pull, i) => ({
    pull,
    x: xOf(pull),
    y: i === 0 ? first : second,
    anchor: onRight(pull) ? ("end" as const) : ("start" as const),
  }));
}
