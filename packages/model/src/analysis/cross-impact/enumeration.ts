/** What one step of each factor is worth when configurations are counted with the last factor fastest. */
export function radices(free: readonly number[]): number[] {
  const radix = free.map(() => 1);
  for (let factor = free.length - 2; factor >= 0; factor--) radix[factor] = radix[factor + 1]! * free[factor + 1]!;
  return radix;
}

/** The configuration at a place in that count; factors that are held stand in their state. */
export function configurationAt(
  index: number,
  free: readonly number[],
  radix: readonly number[],
  forced: ReadonlyMap<number, number> | undefined,
): number[] {
  return free.map((size, factor) => forced?.get(factor) ?? Math.floor(index / radix[factor]!) % size);
}
