/** A text as it is searched: without case, accents or vowel marks, in any script. */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019\u02BC\u02BF\u02BE']/g, "")
    .toLowerCase();
}

/** True where every word of the query stands somewhere in one of the texts. */
export function holds(texts: readonly (string | undefined)[], query: string): boolean {
  const searched = texts.map((text) => plainText(text ?? "")).join("\n");
  return plainText(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => searched.includes(word));
}
