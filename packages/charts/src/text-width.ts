/** Advance widths of IBM Plex Sans from U+0020 to U+007E, in thousandths of the size. */
const regular = [
  236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600, 600, 600, 600, 600,
  600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583, 559, 695, 707, 400, 510, 634, 501, 812,
  707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613, 593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580,
  549, 324, 528, 568, 250, 250, 527, 272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343,
  314, 343, 600,
];
const semibold = [
  236, 309, 471, 656, 600, 960, 713, 260, 337, 337, 556, 600, 299, 402, 299, 437, 600, 600, 600, 600, 600, 600, 600,
  600, 600, 600, 319, 319, 600, 600, 600, 493, 899, 672, 663, 642, 689, 600, 577, 712, 719, 423, 545, 678, 521, 817,
  719, 712, 641, 712, 664, 611, 580, 689, 638, 949, 655, 632, 599, 329, 437, 329, 600, 559, 600, 559, 600, 513, 600,
  558, 350, 545, 588, 275, 275, 562, 294, 888, 588, 563, 600, 600, 393, 499, 374, 588, 524, 819, 544, 524, 502, 363,
  376, 363, 600,
];
const punctuation = new Map([
  ["\u00a0", 236],
  ["\u2212", 600],
  ["\u2013", 588],
  ["\u2019", 292],
  ["\u2018", 292],
  ["\u2026", 869],
]);

/** About how wide a text is drawn, in pixels. Letters outside Latin count as 560 thousandths. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const widths = weight === 600 ? semibold : regular;
  let sum = 0;
  for (const letter of text) sum += widths[letter.codePointAt(0)! - 32] ?? punctuation.get(letter) ?? 560;
  return (sum * size) / 1000;
}

/** A text cut to a width, with an ellipsis where something was cut. */
export function textWithin(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  let short = text;
  while (short.length > 1 && textWidth(`${short}…`, size, weight) > width) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}

/** A text broken into lines no wider than `width`, by words; a longer word stands alone. */
export function wrappedText(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
