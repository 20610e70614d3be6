import { figureText, type FigureForm } from "@mizan/model/words";
import type { DrawingSize, DrawingTable } from "./drawing.ts";
import { poleOfNumber, type Pole } from "./side-class.ts";
import { tenth } from "./tenth.ts";
import { textWithin } from "./text-width.ts";

/** A quantity before and after, as a whole bar. */
export interface WholeBar {
  label: string;
  x: number;
  trace?: string | undefined;
  /** The side its own band is clear on, 0 where it spans parity; without it the sign of x. */
  side?: Pole | undefined;
}

/** What one record adds between the two. */
export interface PartBar extends WholeBar {
  id: string;
}

/** One bar of a waterfall, laid out. */
export interface WaterfallBar {
  id: string;
  label: string;
  /** The whole label, where the drawn one is cut. */
  fullLabel: string;
  value: number;
  trace: string;
  whole: boolean;
  side: Pole;
  y: number;
  path: string;
  /** Where the next bar begins. */
  end: number;
}

export interface Waterfall {
  width: number;
  height: number;
  zero: number;
  rowHeight: number;
  bars: WaterfallBar[];
}

const frames = {
  monitor: { width: 552, row: 28, labels: 190, figures: 76, font: 14 },
  slide: { width: 1152, row: 40, labels: 400, figures: 120, font: 20 },
  phone: { width: 358, row: 28, labels: 164, figures: 56, font: 12 },
} as const;

/** The bars of a waterfall of quantities that add up: first and last whole, each part from where the last one ended. */
export function waterfall(
  start: WholeBar,
  parts: readonly PartBar[],
  end: WholeBar,
  { size, width = frames[size].width }: { size: DrawingSize; width?: number | undefined },
): Waterfall {
  const { row, labels, figures, font } = frames[size];
  const levels = parts.reduce((sums, { x }) => [...sums, sums.at(-1)! + x], [start.x]);
  const [low, high] = [Math.min(0, end.x, ...levels), Math.max(0, end.x, ...levels)];
  const scale = (value: number) => tenth(labels + ((value - low) / (high - low || 1)) * (width - labels - figures - 8));
  const bar = (
    id: string,
    { label, x, trace = "index", side = poleOfNumber(x) }: WholeBar,
    i: number,
    from: number,
    to: number,
    whole: boolean,
  ): WaterfallBar => ({
    id,
    label: textWithin(label, labels - 12, font, whole ? 600 : 400),
    fullLabel: label,
    value: x,
    trace,
    whole,
    side,
    y: i * row,
    path: barPath(scale(from), scale(to), i * row, row, whole),
    end: scale(to),
  });
  return {
    width,
    height: (parts.length + 2) * row,
    zero: scale(0),
    rowHeight: row,
    bars: [
      bar("start", start, 0, 0, start.x, true),
      ...parts.map((part, i) => bar(part.id, traced(part), i + 1, levels[i]!, levels[i + 1]!, false)),
      bar("end", end, parts.length + 1, 0, end.x, true),
    ],
  };
}

/** A part with its trace: its own, or what its record adds to the index. */
function traced(part: PartBar): PartBar {
  return { ...part, trace: part.trace ?? `points/${part.id}` };
}

function barPath(from: number, to: number, top: number, row: number, whole: boolean): string {
  const height = whole ? 0.57 * row : 0.43 * row;
  const [y0, y1] = [tenth(top + (row - height) / 2), tenth(top + (row + height) / 2)];
  if (whole) return `M${tenth(from)} ${y0}H${tenth(to)}V${y1}H${tenth(from)}z`;
  const point = Math.sign(to - from) * Math.min(6, Math.abs(to - from));
  return `M${tenth(from)} ${y0}H${tenth(to - point)}L${tenth(to)} ${tenth(top + row / 2)}L${tenth(to - point)} ${y1}H${tenth(from)}z`;
}

/** The waterfall in a sentence. */
export function contributionsSummary(
  start: WholeBar,
  parts: readonly PartBar[],
  end: WholeBar,
  form: FigureForm = "x",
): string {
  const said = ({ label, x }: WholeBar) => `${label} ${figureText(x, form)}`;
  const largest = parts.toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x)).slice(0, 3);
  const moved = largest.length === 0 ? "Nothing moved it." : `The largest parts: ${largest.map(said).join("; ")}.`;
  return `From ${said(start)} to ${said(end)}. ${moved}`;
}

/** The waterfall as a table. */
export function contributionsTable(
  start: WholeBar,
  parts: readonly PartBar[],
  end: WholeBar,
  form: FigureForm = "x",
): DrawingTable {
  return {
    columns: ["Part", "Adds"],
    rows: [start, ...parts.map(traced), end].map(({ label, x, trace = "index" }) => [label, { value: x, form, trace }]),
  };
}
