/** What k items of one group gain together, for k from 0; and what each further one gains at most, falling. */
export interface KnapsackGroup {
  gains: readonly number[];
  steps: readonly number[];
}

/** What each further item gains at most: the slopes of the upper hull of the gains, falling. */
export function hullSteps(gains: readonly number[]): number[] {
  const steps: number[] = [];
  for (let at = 0; at < gains.length - 1;) {
    let [next, steepest] = [at + 1, -Infinity];
    for (let to = at + 1; to < gains.length; to++) {
      const slope = (gains[to]! - gains[at]!) / (to - at);
      if (slope >= steepest) [next, steepest] = [to, slope];
    }
    steps.push(...Array.from({ length: next - at }, () => steepest));
    at = next;
  }
  return steps;
}

/**
 * How many items to take of each group so that all gains together pass `need` with the fewest items, at most `most`.
 * Undefined where that cannot be. Exact.
 */
export function fewestItems(
  groups: readonly KnapsackGroup[],
  need: number,
  most: number,
): readonly number[] | undefined {
  if (need < 0) return most >= 0 ? groups.map(() => 0) : undefined;
  const least = leastItems(groups, need, most);
  if (least === undefined) return undefined;
  const all = groups.reduce((sum, { gains }) => sum + gains.length - 1, 0);
  for (let items = least; items <= Math.min(all, most); items++) {
    const found = fullest(groups, items);
    if (found.gain > need) return found.counts;
  }
  return undefined;
}

/**
 * At least so many items are needed to pass `need`, as if every group's gains lay on their hull; undefined beyond `most`.
 * The steepest step left is taken each time, from a heap of the groups.
 */
export function leastItems(groups: readonly KnapsackGroup[], need: number, most: number): number | undefined {
  if (need < 0) return most >= 0 ? 0 : undefined;
  const taken = new Uint32Array(groups.length);
  const next = new Float64Array(groups.length);
  const heap = new Uint32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    next[i] = groups[i]!.steps[0] ?? 0;
    heap[i] = i;
  }
  const sink = (from: number) => {
    const group = heap[from]!;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && next[heap[child + 1]!]! > next[heap[child]!]!) child++;
      if (next[heap[child]!]! <= next[group]!) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = group;
  };
  for (let at = heap.length >> 1; at-- > 0;) sink(at);
  let gain = 0;
  for (let items = 1; items <= most && heap.length > 0; items++) {
    const steepest = heap[0]!;
    if (next[steepest]! <= 0) return undefined;
    gain += next[steepest]!;
    if (gain > need) return items;
    next[steepest] = groups[steepest]!.steps[++taken[steepest]!] ?? 0;
    sink(0);
  }
  return undefined;
}

/** The most that so many items gain, and how many of each group that takes. */
function fullest(groups: readonly KnapsackGroup[], items: number): { gain: number; counts: number[] } {
  let gain = new Float64Array(items + 1).fill(-Infinity);
  gain[0] = 0;
  const taken = groups.map(({ gains }) => {
    const next = Float64Array.from(gain);
    const took = new Uint32Array(items + 1);
    for (let held = 0; held <= items; held++)
      for (let more = 1; more < gains.length && held + more <= items; more++) {
        const sum = gain[held]! + gains[more]!;
        if (sum > next[held + more]!) {
          next[held + more] = sum;
          took[held + more] = more;
        }
      }
    gain = next;
    return took;
  });
  let at = gain.reduce((best, one, i) => (one > gain[best]! ? i : best), 0);
  const most = gain[at]!;
  const counts = groups.map(() => 0);
  for (let i = groups.length - 1; i >= 0; i--) {
    counts[i] = taken[i]![at]!;
    at -= counts[i]!;
  }
  return { gain: most, counts };
}
