/** A title another record gave, marked as its words. */
export function quoted(text: string): string {
  return `“${text}”`;
}
