import type { IndexPoint } from "@mizan/model";

/** The index axis: its ends, and at most four gridlines beside parity. */
export interface IndexAxis {
  low: number;
  high: number;
  ticks: number[];
}

const steps = [5, 10, 20, 25, 50];

/** An axis that holds every band and parity, with some room above and below for labels. */
export function indexAxis(points: readonly Pick<IndexPoint, "band90">[]): IndexAxis {
  const low = Math.min(-5, ...points.map(({ band90 }) => band90[0]));
  const high = Math.max(5, ...points.map(({ band90 }) => band90[1]));
  const ends = { low: low - 0.1 * (high - low), high: high + 0.25 * (high - low) };
  const ticks = steps.map((step) => multiples(step, ends)).find((values) => values.length <= 5);
  return { ...ends, ticks: ticks ?? [-100, -50, 0, 50, 100] };
}

function multiples(step: number, { low, high }: { low: number; high: number }): number[] {
  const [first, last] = [Math.ceil(Math.max(-100, low) / step), Math.floor(Math.min(100, high) / step)];
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step || 0);
}
