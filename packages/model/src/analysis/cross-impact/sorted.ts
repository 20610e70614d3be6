import type { Progress, Task } from "../task.ts";

/** Items sorted in one go, and moved between two pauses. */
const runLength = 4096;

/**
 * Items in order, as `toSorted` gives them, pausing every few thousand so that a million of them hold nothing up; how far
 * the task is that they are sorted for is told at each pause.
 */
export function* sortedTask<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  progress: Progress,
): Task<Item[]> {
  let sorted: Item[] = [];
  for (let from = 0; from < items.length; from += runLength) {
    for (const item of items.slice(from, from + runLength).toSorted(compare)) sorted.push(item);
    yield progress;
  }
  for (let length = runLength; length < items.length; length *= 2) {
    const merged: Item[] = [];
    for (let from = 0; from < items.length; from += 2 * length) {
      const [middle, end] = [Math.min(from + length, items.length), Math.min(from + 2 * length, items.length)];
      for (let [left, right] = [from, middle]; left < middle || right < end;) {
        const takesLeft = right === end || (left < middle && compare(sorted[left]!, sorted[right]!) <= 0);
        merged.push(sorted[takesLeft ? left++ : right++]!);
        if (merged.length % runLength === 0) yield progress;
      }
    }
    sorted = merged;
  }
  return sorted;
}
