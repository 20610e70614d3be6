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
  row: number;
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
  level: number;
  language: string;
  bracketY: number;
}

interface SeatPlace extends Place {
  x: number;
  row: number;
  leader: Box;
}

/** Names under the seats, the larger lists first, in up to three rows; a list whose name finds no room is left to the table. */
export function seatLabels(
  extents: readonly Extent[],
  { width, font, level, language, bracketY }: LabelFrame,
): SeatLabel[] {
  const all = extents.reduce((sum, { block }) => sum + block.seats, 0);
  const named = extents
    .filter(({ block }) => block.id !== "" && block.seats >= 0.02 * all)
    .toSorted((a, b) => b.block.seats - a.block.seats);
  const texts = new Map(
    named.map(({ block, from, to }) => [
      block.id,
      nameLines(inLanguage(block.name, language), Math.max(to - from - 8, 6.5 * font), font),
    ]),
  );
  const places = labelPlaces<SeatPlace>(
    named.map(({ block, from, to }) => {
      const long =
        Math.max(
          ...texts.get(block.id)!.map((line) => textWidth(line, font)),
          textWidth(figureText(block.seats, "count"), font, 600),
        ) + 6;
      const starts = [from, (from + to) / 2, to - 4].filter((x) => x + long <= width);
      const candidates = [0, 1, 2].flatMap((row) =>
        starts.map((x, i) => {
          const y = bracketY + 4 + row * level;
          return {
            x,
            row,
            cost: 10 * row + i,
            box: { x, y, width: long + 6, height: level - 4 },
            leader: { x: x - 2, y: bracketY + 1, width: 4, height: y - bracketY - 2 },
          };
        }),
      );
      return { id: block.id, candidates };
    }),
    { bounds: { x: 0, y: bracketY, width: width + 8, height: 3 * level + 8 }, blocked: [] },
  );
  return named.flatMap(({ block, from, to }) => {
    const place = places.get(block.id);
    if (!place) return [];
    const { x, row } = place;
    return [
      {
        id: block.id,
        lines: texts.get(block.id)!,
        name: inLanguage(block.name, language),
        seats: block.seats,
        x,
        from,
        to,
        row,
        y: bracketY + 6 + row * level + font,
        bracketY,
      },
    ];
  });
}

function nameLines(name: string, width: number, font: number): string[] {
  const [first, ...rest] = wrappedText(name, width, font);
  const lines = rest.length === 0 ? [first!] : [first!, rest.join(" ")];
  return lines.map((line) => textWithin(line, Math.max(width, 6.5 * font), font));
}
