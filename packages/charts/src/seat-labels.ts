import { inLanguage, type LanguageMap } from "@mizan/model";
import { figureText } from "@mizan/model/words";
import { labelPlaces, type Box, type Place } from "./label-places.ts";
import { textWidth, textWithin, wrappedText } from "./text-width.ts";

/** A list's name and seats under its squares. */
export interface SeatLabel {
  id: string;
  name: string;
  /** The name as drawn. */
  lines: string[];
  seats: number;
  x: number;
  y: number;
  /** The list's first and last column, for the bracket that ties the label to it. */
  from: number;
  to: number;
  bracketY: number;
}

/** Which columns a list fills. */
export interface Extent {
  block: { id: string; name: LanguageMap; seats: number };
  from: number;
  to: number;
}

interface LabelFrame {
  width: number;
  font: number;
  line: number;
  language: string;
  bracketY: number;
}

interface SeatPlace extends Place {
  lines: string[];
  x: number;
  y: number;
  leader: Box;
}

/** Names under the seats, the larger lists first, one below the other where they must; a list whose name finds no room is left to the table. */
export function seatLabels(extents: readonly Extent[], frame: LabelFrame): SeatLabel[] {
  const { width, font, line, language, bracketY } = frame;
  const all = extents.reduce((sum, { block }) => sum + block.seats, 0);
  const named = extents
    .filter(({ block }) => block.id !== "" && block.seats >= 0.02 * all)
    .toSorted((a, b) => b.block.seats - a.block.seats);
  const places = labelPlaces<SeatPlace>(
    named.map((extent) => ({ id: extent.block.id, candidates: candidatesOf(extent, frame) })),
    { bounds: { x: 0, y: bracketY, width: width + 8, height: 9.5 * line + 8 }, blocked: [] },
  );
  return named.flatMap(({ block, from, to }) => {
    const place = places.get(block.id);
    if (!place) return [];
    const { x, y, lines } = place;
    const name = inLanguage(block.name, language);
    return [{ id: block.id, lines, name, seats: block.seats, x, from, to, y: y + 2 + font, bracketY }];
  });
}

function candidatesOf({ block, from, to }: Extent, { width, font, line, language, bracketY }: LabelFrame): SeatPlace[] {
  const name = inLanguage(block.name, language);
  const figure = textWidth(figureText(block.seats, "count"), font, 600);
  return versionsOf(name, Math.max(to - from - 8, 6.5 * font), font).flatMap(({ lines, cost }) => {
    const long = Math.max(...lines.map((text) => textWidth(text, font)), figure) + 6;
    const height = (lines.length + 1) * line + 4;
    const starts = [from, (from + to) / 2, to - 4].filter((x) => x + long <= width);
    return Array.from({ length: 13 }, (_, step) => step / 2).flatMap((row) =>
      starts.map((x, i) => {
        const y = bracketY + 4 + row * line;
        return {
          x,
          y,
          lines,
          cost: cost + 3 * row + i,
          box: { x, y, width: long + 6, height },
          leader: { x: x - 2, y: bracketY + 1, width: 4, height: y - bracketY - 2 },
        };
      }),
    );
  });
}

const mostLines = 3;

/** A name in up to three lines: whole, without what it has in brackets, or cut at a word, the longer the better. */
function versionsOf(name: string, width: number, font: number): { lines: string[]; cost: number }[] {
  const short = name.replace(/\s*\([^)]*\)/g, "").trim() || name;
  const fitting = [...new Set([name, short])].flatMap((text, i) =>
    [width, Math.max(width, 8 * font)].map((room, wide) => ({
      lines: wrappedText(text, room, font),
      room,
      cost: 12 * i + 2 * wide,
    })),
  );
  const whole = fitting.filter(
    ({ lines, room }) => lines.length <= mostLines && lines.every((text) => textWidth(text, font) <= room),
  );
  if (whole.length > 0) return whole.map(({ lines, cost }) => ({ lines, cost: cost + 2 * lines.length }));
  const room = Math.max(width, 8 * font);
  const lines = wrappedText(short, room, font);
  const kept = lines.slice(0, mostLines).map((text) => textWithin(text, room, font));
  const last = kept.at(-1)!;
  if (lines.length > mostLines && !last.endsWith("…"))
    kept[kept.length - 1] = `${textWithin(last, room - textWidth("…", font), font).replace(/…$/, "")}…`;
  return [{ lines: kept, cost: 0 }];
}
