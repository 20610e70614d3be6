/** The face a text is set in: one for what a person wrote, one for what the case computed or recorded. */
export type Voice = "computed" | "written";

const slimmer = { computed: 1, written: 0.95 };

/** About how wide a letter is against the size of the text, rather more than less. */
function letterWidth(letter: string): number {
  if (/[\s.,:;'’“”()[\]|!iljI]/.test(letter)) return 0.32;
  if (/[ftr/-]/.test(letter)) return 0.42;
  if (/[mwMW%@—]/.test(letter)) return 0.92;
  if (/[A-Z]/.test(letter)) return 0.7;
  return 0.57;
}

/** About how wide a text is drawn, in pixels, rather more than less. */
export function textWidth(text: string, size: number, voice: Voice = "computed"): number {
  let sum = 0;
  for (const letter of text) sum += letterWidth(letter);
  return sum * size * slimmer[voice];
}

/** About how many lines a text takes at a width: words wrap, and a word longer than a line is broken. */
export function lineCount(text: string, width: number, size: number, voice: Voice = "computed"): number {
  const space = textWidth(" ", size, voice);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const long = textWidth(word, size, voice);
    if (used > 0 && used + space + long <= width) {
      used += space + long;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(long / width) - 1);
    used = long % width || Math.min(long, width);
  }
  return lines;
}

/** A text cut between words into parts of at most so many lines each. */
export function partsOf(text: string, lines: number, width: number, size: number, voice: Voice = "computed"): string[] {
  const parts: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = parts.length === 0 ? word : `${parts.at(-1)} ${word}`;
    if (parts.length > 0 && lineCount(longer, width, size, voice) <= lines) parts[parts.length - 1] = longer;
    else parts.push(word);
  }
  return parts;
}
