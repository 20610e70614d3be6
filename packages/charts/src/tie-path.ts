import type { TieKind } from "@mizan/model";
import type { Point } from "./actor-places.ts";
import type { NetworkTie } from "./network.ts";
import { tenth } from "./tenth.ts";

/** A tie as drawn: a curve that keeps clear of other actors, and what its far end carries. */
export interface TieDrawing {
  tie: NetworkTie;
  path: string;
  end: { kind: "arrow" | "bar" | "none"; path: string };
  /** Points along the curve, for labels to keep clear of. */
  along: Point[];
}

const ends: Record<TieKind, TieDrawing["end"]["kind"]> = {
  membership: "none",
  command: "arrow",
  support: "arrow",
  funding: "arrow",
  alliance: "none",
  allegiance: "arrow",
  opposition: "bar",
};

/** The ties between placed actors. Ties of one pair fan out; a tie that would run over an actor bends around it. */
export function tieDrawings(
  ties: readonly NetworkTie[],
  places: ReadonlyMap<string, Point>,
  radius: number,
): TieDrawing[] {
  const pairs = Map.groupBy(ties, ({ from, to }) => [from, to].toSorted().join(" "));
  return ties.flatMap((tie) => {
    const [from, to] = [places.get(tie.from), places.get(tie.to)];
    if (!from || !to || tie.from === tie.to) return [];
    const own = pairs.get([tie.from, tie.to].toSorted().join(" "))!;
    const others = [...places].filter(([id]) => id !== tie.from && id !== tie.to).map(([, point]) => point);
    const fan = (own.indexOf(tie) - (own.length - 1) / 2) * 26 * (tie.from < tie.to ? 1 : -1);
    const bend = leastBend(from, to, fan, others, radius + 8);
    return [curve(tie, from, to, bend, radius)];
  });
}

/** The smallest bend, from the fanned one outwards, at which the curve keeps clear of every other actor. */
function leastBend(from: Point, to: Point, fan: number, others: readonly Point[], clearance: number): number {
  const bends = [0, 24, -24, 48, -48, 76, -76, 110, -110, 150, -150].map((bend) => fan + bend);
  const nearest = (bend: number) => {
    const control = controlOf(from, to, bend);
    const points = Array.from({ length: 19 }, (_, i) => at(from, control, to, (i + 1) / 20));
    return Math.min(...others.map((other) => Math.min(...points.map((point) => distance(point, other)))));
  };
  return bends.find((bend) => nearest(bend) >= clearance) ?? bends.reduce((a, b) => (nearest(b) > nearest(a) ? b : a));
}

function curve(tie: NetworkTie, from: Point, to: Point, bend: number, radius: number): TieDrawing {
  const control = controlOf(from, to, bend);
  const start = towards(from, control, radius + 3);
  const kind = ends[tie.kind];
  const stop = towards(to, control, radius + (kind === "none" ? 3 : 5));
  const along = Array.from({ length: 25 }, (_, i) => at(start, control, stop, i / 24));
  const path =
    bend === 0
      ? `M${tenth(start.x)} ${tenth(start.y)}L${tenth(stop.x)} ${tenth(stop.y)}`
      : `M${tenth(start.x)} ${tenth(start.y)}Q${tenth(control.x)} ${tenth(control.y)} ${tenth(stop.x)} ${tenth(stop.y)}`;
  return { tie, path, end: { kind, path: endPath(kind, control, stop) }, along };
}

function endPath(kind: TieDrawing["end"]["kind"], before: Point, tip: Point): string {
  const length = distance(before, tip) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  if (kind === "bar")
    return `M${tenth(tip.x - 6 * dy)} ${tenth(tip.y + 6 * dx)}L${tenth(tip.x + 6 * dy)} ${tenth(tip.y - 6 * dx)}`;
  if (kind === "none") return "";
  const base = { x: tip.x - 8 * dx, y: tip.y - 8 * dy };
  return `M${tenth(tip.x)} ${tenth(tip.y)}L${tenth(base.x - 4 * dy)} ${tenth(base.y + 4 * dx)}L${tenth(base.x + 4 * dy)} ${tenth(base.y - 4 * dx)}z`;
}

/** A control point `bend` to the side of the middle, the same side whichever way the tie runs. */
function controlOf(from: Point, to: Point, bend: number): Point {
  const length = distance(from, to) || 1;
  return {
    x: (from.x + to.x) / 2 - (2 * bend * (to.y - from.y)) / length,
    y: (from.y + to.y) / 2 + (2 * bend * (to.x - from.x)) / length,
  };
}

function at(from: Point, control: Point, to: Point, t: number): Point {
  const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
