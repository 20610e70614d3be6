import type { Day, IndexPoint } from "@mizan/model";
import type { DrawingSize } from "./drawing.ts";
import { aheadText, type SideWords } from "./index-over-time.ts";
import type { Panel } from "./index-panels.ts";
import { overlap, type Box } from "./label-places.ts";
import { lineColumns } from "./line-columns.ts";
import type { Pole } from "./side-class.ts";
import { tenth } from "./tenth.ts";
import { textWidth, textWithin } from "./text-width.ts";

/** What the line's colours say, written beside parity or, where that has no room, in a row over the plot. */
export interface IndexKey {
  inRow: boolean;
  /** `whole` is what an entry says where its side's name is cut. */
  entries: { side: Pole; text: string; whole: string; x: number; y: number }[];
}

/** How much of a side's name the key has room for, in pixels. */
const roomForSide = { monitor: 180, slide: 240, phone: 64 } as const;

function keyEntries({ positive, negative }: SideWords, font: number, size: DrawingSize) {
  const cut = (name: string) => textWithin(name, roomForSide[size], Math.min(font, 16), 600);
  const sides = { positive: cut(positive), negative: cut(negative) };
  return ([1, 0, -1] as const).map((side) => ({
    side,
    text: aheadText(side, sides),
    whole: aheadText(side, { positive, negative }),
  }));
}

/** How wide the key is in a column. */
export function keyWidth(sides: SideWords, font: number, size: DrawingSize): number {
  return 16 + Math.max(...keyEntries(sides, font, size).map(({ text }) => textWidth(text, Math.min(font, 16), 600)));
}

/** The first place beside parity in a panel where the key covers neither the line nor its band. */
export function keyColumn(
  points: readonly IndexPoint[],
  x: (day: Day) => number,
  y: (value: number) => number,
  panel: Panel,
  width: number,
  font: number,
): Box | undefined {
  const covered = lineColumns({ points, x, y }).map(({ band }) => band);
  for (let left = panel.left; left + width <= panel.right; left += 8) {
    const box = { x: left, y: y(0) - 2.9 * font, width: width + 8, height: 5.2 * font };
    if (!covered.some((band) => overlap(band, box) > 0)) return box;
  }
  return undefined;
}

/** The key in a column beside parity. */
export function keyBeside(sides: SideWords, x: number, parity: number, font: number, size: DrawingSize): IndexKey {
  const rise = [-2, -0.65, 1.5];
  return {
    inRow: false,
    entries: keyEntries(sides, font, size).map((entry, i) => ({ ...entry, x, y: tenth(parity + rise[i]! * font) })),
  };
}

/** The key in a row over the plot. */
export function keyRow(sides: SideWords, left: number, y: number, font: number, size: DrawingSize): IndexKey {
  const textSize = Math.min(font, 16);
  let x = size === "phone" ? 0 : left;
  const entries = keyEntries(sides, font, size).map((entry) => {
    const at = tenth(x);
    x += 16 + textWidth(entry.text, textSize, 600) + (size === "phone" ? 12 : 20);
    return { ...entry, x: at, y };
  });
  return { inRow: true, entries };
}
