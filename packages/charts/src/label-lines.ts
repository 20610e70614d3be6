import { textWidth, textWithin, wrappedText } from "./text-width.ts";

/** How long a label may be on one line, in the size of its text, before the rest is cut. */
const longestLabel = 30;

/** A label's date and words as they may be set in lines. */
export interface LabelLines {
  /** The date in bold, then words. */
  lines: { bold: string; text: string }[];
  width: number;
  /** More for more lines. */
  cost: number;
}

/** A label on one line, and, narrower, on more of them. */
export function labelLines(date: string, whole: string, size: number): LabelLines[] {
  const text = textWithin(whole, longestLabel * size, size);
  const long = textWidth(`${date} `, size, 600) + textWidth(text, size);
  const widths = [long, 0.62 * long, 0.42 * long].filter((width) => width <= 20 * size);
  const unbroken = date.replaceAll(" ", "\u00a0");
  const seen = new Set<string>();
  return (widths.length > 0 ? widths : [18 * size]).flatMap((limit, i) => {
    const lines = wrappedText(`${unbroken} ${text}`, limit + 2, size)
      .map((line) => textWithin(line, 20 * size, size))
      .map((line, row) =>
        row === 0 ? { bold: date, text: line.slice(unbroken.length).trimStart() } : { bold: "", text: line },
      );
    const key = lines.map(({ text: words }) => words).join("\n");
    if (seen.has(key)) return [];
    seen.add(key);
    const width = Math.max(
      ...lines.map((line) => textWidth(line.bold && `${line.bold} `, size, 600) + textWidth(line.text, size)),
    );
    return [{ lines, width: width + 1, cost: 7 * i }];
  });
}
