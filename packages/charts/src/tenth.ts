/** A length of a drawing, rounded to a tenth of its unit: finer cannot be seen, and only makes the page heavier. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
