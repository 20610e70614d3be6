import type { Day, IndexPoint } from "@mizan/model";
import type { EventMark } from "./event-mark.ts";
import { markDay } from "./event-mark.ts";
import { labelLines } from "./label-lines.ts";
import { labelPlaces, placeCost, type Box, type Place, type Room } from "./label-places.ts";
import { columnWidth, lineColumns, type LineColumn } from "./line-columns.ts";
import { spanText } from "./span-text.ts";
import { tenth } from "./tenth.ts";

/** A label on the line: its date in bold, then its words, in lines from the top. */
export interface PlacedLabel {
  id: string;
  /** The whole of its words, where those drawn are cut. */
  title: string;
  x: number;
  /** Baselines of the lines. */
  lines: { y: number; bold: string; text: string }[];
  anchor: "start" | "end";
  leader: { x: number; from: number; to: number };
  box: Box;
}

export interface LabelRoom {
  points: readonly IndexPoint[];
  x: (day: Day) => number;
  y: (value: number) => number;
  bounds: Box;
  /** The stretches a label should stay within, left and right end. */
  panels: readonly { left: number; right: number }[];
  blocked: readonly Box[];
  /** Lines across the drawing that a label should not stand on. */
  rules: readonly { y: number; cost: number }[];
  fontSize: number;
  lineHeight: number;
  most: number;
}

interface LabelPlace extends Place {
  label: PlacedLabel;
}

/**
 * The labels of the events with the greatest pull, chosen ones first, placed so that none touches another or the line.
 * The same labels are tried from the right and from the left too, and the best fit is kept.
 */
export function indexLabels(marks: readonly EventMark[], room: LabelRoom): PlacedLabel[] {
  const ranked = marks
    .filter(({ labelled }) => labelled !== false)
    .toSorted(
      (a, b) => Number(b.labelled ?? false) - Number(a.labelled ?? false) || Math.abs(b.points) - Math.abs(a.points),
    )
    .slice(0, 3 * room.most);
  const columns = lineColumns(room);
  const avoided = [
    ...columns.map(({ band }) => ({ box: band, cost: 0.02 })),
    ...room.rules.map(({ y, cost }) => ({ box: { ...room.bounds, y: y - 1, height: 2 }, cost })),
  ];
  const within: Room = { bounds: room.bounds, blocked: room.blocked, marks: columns.map(({ line }) => line), avoided };
  const labels = ranked.map((mark) => ({
    id: mark.id,
    day: markDay(mark),
    candidates: candidatesOf(mark, room, columns),
  }));
  const first = labelPlaces(labels, within, room.most);
  const chosen = labels.filter(({ id }) => first.has(id));
  const orders = [chosen.toSorted((a, b) => b.day - a.day), chosen.toSorted((a, b) => a.day - b.day)];
  const tries = [first, ...orders.map((order) => labelPlaces(order, within))];
  const costOf = (places: typeof first) =>
    [...places.values()].reduce((sum, place) => sum + placeCost(place, avoided), 0);
  const best = tries.reduce((a, b) => (b.size > a.size || (b.size === a.size && costOf(b) < costOf(a)) ? b : a));
  return [...best.values()].map(({ label }) => label);
}

function candidatesOf(mark: EventMark, room: LabelRoom, columns: readonly LineColumn[]): LabelPlace[] {
  const { fontSize, lineHeight, bounds } = room;
  const x = room.x(markDay(mark));
  const panel = room.panels.findLast((candidate) => x >= candidate.left) ?? room.panels[0]!;
  const own = columns.filter(({ line }) => line.x <= x && x <= line.x + columnWidth).map(({ line }) => line);
  const top = Math.min(...own.map(({ y }) => y));
  const bottom = Math.max(...own.map(({ y, height }) => y + height));
  if (!Number.isFinite(top)) return [];
  const date = spanText(mark.start, mark.end);
  return labelLines(date, mark.label, fontSize).flatMap(({ lines, width, cost }) =>
    (["start", "end"] as const).flatMap((anchor) => {
      const height = lines.length * lineHeight;
      const left = anchor === "start" ? x + 6 : x - 6 - width;
      const strays = left < panel.left || left + width > panel.right ? 30 : 0;
      const place = (y: number, away: number): LabelPlace => {
        const above = y < top;
        const leader = above
          ? { x, from: tenth(top), to: tenth(y + 2) }
          : { x, from: tenth(bottom), to: tenth(y + height - 2) };
        const box = { x: left - 2, y, width: width + 4, height };
        return {
          box,
          leader: {
            x: x - 1,
            y: Math.min(leader.from, leader.to),
            width: 2,
            height: Math.abs(leader.to - leader.from),
          },
          cost: cost + strays + 0.15 * away + (anchor === "end" ? 1 : 0) + (above ? 0 : 5),
          label: {
            id: mark.id,
            title: `${date} ${mark.label}`,
            x: tenth(anchor === "start" ? left : left + width),
            lines: lines.map((line, i) => ({ ...line, y: tenth(y + i * lineHeight + 0.76 * lineHeight) })),
            anchor,
            leader,
            box,
          },
        };
      };
      const places: LabelPlace[] = [];
      for (let y = top - 8 - height; y >= bounds.y; y -= 6) places.push(place(y, top - y - height));
      for (let y = bottom + 8; y + height <= bounds.y + bounds.height; y += 6) places.push(place(y, y - bottom));
      return places;
    }),
  );
}
