import { railMonths } from "#lib/frame/rail-months.ts";
import type { LevelPoint } from "#lib/server/factor-page.ts";

/** A factor's history laid out in its own units. */
export interface LevelDrawing {
  left: number;
  right: number;
  bottom: number;
  zero: number;
  end: number;
  line: string;
  band: string;
  grid: readonly { value: number; y: number }[];
  cuts: readonly { y: number }[];
  names: readonly { text: string; y: number }[];
  months: readonly { x: number; text: string }[];
}

const round = (value: number) => Math.round(value * 10) / 10;

export function levelDrawing(
  points: readonly LevelPoint[],
  states: readonly string[],
  cuts: readonly (number | "declared")[],
  width: number,
  height: number,
): LevelDrawing {
  const [left, right, top, bottom] = [40, width - 76, 10, height - 26];
  const [from, to] = [points[0]!.day, points.at(-1)!.day];
  const x = (day: number) => round(left + ((day - from) / Math.max(1, to - from)) * (right - left));
  const y = (level: number) => round(bottom - ((level + 1) / 2) * (bottom - top));
  const numbers = cuts.map((cut, i) => (cut === "declared" ? (i === 0 ? -1 : 1) : cut));
  const edges = [-1, ...numbers, 1];
  return {
    left,
    right,
    bottom,
    zero: y(0),
    end: y(points.at(-1)!.level),
    line: steps(points.map(({ day, level }) => ({ x: x(day), y: y(level) }))),
    band: area(points.map(({ day, band90: [low, high] }) => ({ x: x(day), low: y(low), high: y(high) }))),
    grid: [-1, -0.5, 0, 0.5, 1].map((value) => ({ value, y: y(value) })),
    cuts: numbers.filter((cut) => Math.abs(cut) < 1).map((cut) => ({ y: y(cut) })),
    names: states.flatMap((text, i) =>
      edges[i] === edges[i + 1] ? [] : [{ text, y: y((edges[i]! + edges[i + 1]!) / 2) }],
    ),
    months: railMonths(from, to).map(({ day, name }) => ({ x: x(day), text: name })),
  };
}

/** A path that holds each value until the next. */
function steps(places: readonly { x: number; y: number }[]): string {
  return places.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
}

/** The area between two such paths. */
function area(places: readonly { x: number; low: number; high: number }[]): string {
  const back = places.toReversed().map(({ x, low }, i) => (i === 0 ? `V${low}` : `V${low}H${x}`));
  return `${steps(places.map(({ x, high }) => ({ x, y: high })))}${back.join("")}Z`;
}
