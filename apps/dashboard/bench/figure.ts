/** Prints a figure with its goal and how it stands to it; a ratio of 1 or less is within the goal. */
export function figure(what: string, value: number, unit: string, goal: number, atLeast = false): void {
  const ratio = atLeast ? goal / value : value === goal ? 1 : value / goal;
  const [found, wanted] = [value, goal].map((one) =>
    `${Number(one.toPrecision(3)).toLocaleString("en")} ${unit}`.trim(),
  );
  console.log(`${what}: ${found} (goal at ${atLeast ? "least" : "most"} ${wanted}, ratio ${ratio.toFixed(2)})`);
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
