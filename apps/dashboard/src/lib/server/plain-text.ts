/** Letters that are written for one another, and those that NFKD leaves whole. */
const folded: Readonly<Record<string, string>> = {
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ß: "ss",
};

const foldable = new RegExp(`[${Object.keys(folded).join("")}]`, "gu");

/**
 * A text as it is searched: without case, accents, vowel marks, hamza and lengthening, in any script, its digits 0 to 9.
 * NFKD parts a hamza from the letter that carries it.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u0640\u2018\u2019\u02BC\u02BF\u02BE']/g, "")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .toLowerCase()
    .replace(foldable, (letter) => folded[letter]!);
}

/** True where every word of the query stands somewhere in one of the texts. */
export function holds(texts: readonly (string | undefined)[], query: string): boolean {
  const searched = texts.map((text) => plainText(text ?? "")).join("\n");
  return plainText(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => searched.includes(word));
}
