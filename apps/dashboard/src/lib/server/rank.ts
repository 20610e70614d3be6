import { plainText } from "./plain-text.ts";

/** A text as it is matched: folded once, and parted into words. */
export interface Matchable {
  text: string;
  plain: string;
  words: readonly string[];
}

export function matchable(text: string): Matchable {
  const plain = plainText(text);
  return { text, plain, words: plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "") };
}

/** How well one of some texts fits what is sought, 0 best, and which; undefined where a word of it is in none. */
interface Match {
  rank: number;
  text: string;
}

/**
 * The text that fits best: one that is what is sought, that starts with it, in which each of its words starts a word, in
 * which each stands somewhere; last, where only several texts together hold them all, the first that holds one.
 */
export function bestMatch(texts: readonly Matchable[], sought: Matchable): Match | undefined {
  const parts = sought.plain.split(/\s+/).filter((word) => word !== "");
  if (!parts.every((part) => texts.some(({ plain }) => plain.includes(part)))) return undefined;
  const matches = texts.map((candidate) => ({
    rank: rankOf(candidate, sought.plain.trim(), parts),
    text: candidate.text,
  }));
  return matches.reduce((best, match) => (match.rank < best.rank ? match : best));
}

function rankOf({ plain, words }: Matchable, whole: string, parts: readonly string[]): number {
  if (plain === whole) return 0;
  if (plain.startsWith(whole)) return 1;
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2;
  if (parts.every((part) => plain.includes(part))) return 3;
  return parts.some((part) => plain.includes(part)) ? 4 : 5;
}
