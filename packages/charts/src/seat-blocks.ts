import type { DrawingSize } from "./drawing.ts";
import { seatLabels, type Extent, type SeatLabel } from "./seat-labels.ts";
import { stanceOrder, stanceWord, type SeatList, type Stance } from "./seats.ts";
import { tenth } from "./tenth.ts";
import { textWidth } from "./text-width.ts";

export interface SeatGroup {
  stance: Stance | "unknown";
  title: string;
  seats: number;
  x: number;
}

export interface SeatDrawing {
  width: number;
  height: number;
  side: number;
  seats: { key: string; list: string; stance: Stance | "unknown"; x: number; y: number }[];
  groups: SeatGroup[];
  labels: SeatLabel[];
  quota: { path: string; x: number } | undefined;
  top: number;
  bottom: number;
}

const titles = { ...stanceWord, unknown: "not recorded" } as const;
const frames = {
  monitor: { width: 898, rows: 6, font: 12, line: 15 },
  slide: { width: 1152, rows: 8, font: 20, line: 24 },
  phone: { width: 358, rows: 14, font: 12, line: 15 },
} as const;

/** One square a seat, by stance and then by size of the list, with the line a majority must reach. */
export function seatDrawing(
  lists: readonly SeatList[],
  quota: number,
  members: number,
  {
    size,
    width = frames[size].width,
    language = "en",
  }: { size: DrawingSize; width?: number | undefined; language?: string },
): SeatDrawing {
  const { rows, font, line } = frames[size];
  const sorted = stanceOrder.flatMap((stance) =>
    lists
      .filter((list) => list.stance === stance && list.seats > 0)
      .toSorted((a, b) => b.seats - a.seats || (a.id < b.id ? -1 : 1)),
  );
  const known = sorted.reduce((sum, { seats }) => sum + seats, 0);
  const blocks = [
    ...sorted,
    ...(members > known ? [{ id: "", name: { en: "" }, seats: members - known, stance: "unknown" as const }] : []),
  ];
  const byStance = [...Map.groupBy(blocks, ({ stance }) => stance)];
  const counts = byStance.map(([, own]) => own.reduce((sum, { seats }) => sum + seats, 0));
  const columns = counts.reduce((sum, count) => sum + Math.ceil(count / rows), 0);
  const gapColumns = 1.5 * Math.max(0, byStance.length - 1);
  const pitch = 0.1 * Math.floor(10 * Math.min(size === "slide" ? 22 : 16, width / Math.max(1, columns + gapColumns)));
  const drawn: SeatDrawing["seats"] = [];
  const extents: Extent[] = [];
  const groups: SeatGroup[] = [];
  let left = 0;
  byStance.forEach(([stance, own], i) => {
    let seat = 0;
    for (const block of own) {
      const first = seat;
      for (let n = 0; n < block.seats; n++, seat++) {
        drawn.push({
          key: `${block.id}/${n}`,
          list: block.id,
          stance,
          x: tenth(left + Math.floor(seat / rows) * pitch),
          y: tenth((seat % rows) * pitch),
        });
      }
      extents.push({
        block,
        from: tenth(left + Math.floor(first / rows) * pitch),
        to: tenth(left + (Math.floor((seat - 1) / rows) + 1) * pitch),
      });
    }
    const groupWidth = Math.ceil(counts[i]! / rows) * pitch;
    const title = titles[stance];
    const long =
      size === "phone" ? textWidth(title, font) : textWidth(`${counts[i]!} `, font, 600) + textWidth(title, font);
    groups.push({ stance, title, seats: counts[i]!, x: Math.max(0, Math.min(left, width - long)) });
    left += groupWidth + 1.5 * pitch;
  });
  const titleLines = size === "phone" ? 2 : 1;
  const top = (1 + titleLines) * (font + 5) + 8;
  const bottom = tenth(top + rows * pitch);
  const labels = seatLabels(extents, { width, font, line, language, bracketY: bottom + 6 });
  return {
    width,
    height: Math.max(bottom + 10, ...labels.map(({ y, lines }) => y + lines.length * line + 8)),
    side: tenth(pitch - Math.max(1.5, 0.18 * pitch)),
    seats: drawn.map((seat) => ({ ...seat, y: tenth(top + seat.y) })),
    groups,
    labels,
    quota: quotaLine(drawn, quota, pitch, top, rows),
    top,
    bottom,
  };
}

function quotaLine(
  seats: SeatDrawing["seats"],
  quota: number,
  pitch: number,
  top: number,
  rows: number,
): SeatDrawing["quota"] {
  const last = seats[quota - 1];
  if (!last) return undefined;
  const gap = Math.max(1.5, 0.18 * pitch) / 2;
  const right = tenth(last.x + pitch - gap);
  const below = last.y / pitch + 1 < rows - 0.5;
  const bottom = tenth(top + rows * pitch + 6);
  const y = tenth(top + last.y + pitch - gap);
  const path = below ? `M${right} ${top - 6}V${y}H${tenth(last.x - gap)}V${bottom}` : `M${right} ${top - 6}V${bottom}`;
  return { path, x: right };
}
