import { configurationAt, radices } from "./enumeration.ts";
import type { SuccessionRule } from "./succession.ts";
import { mostStates, type CrossImpactSystem } from "./system.ts";

/**
 * The successors of all configurations, block by block. Configurations are counted in mixed radix, the last factor
 * fastest; a block holds those that share their outer factors. Balances are kept as keys, balance × 32 plus what decides a
 * tie, so that a factor's next state is read off the largest key without a branch.
 */
export interface Followers {
  system: CrossImpactSystem;
  /** States each factor may take; 1 for one that is held. */
  free: readonly number[];
  /** What one step of each factor is worth in the count. */
  radix: readonly number[];
  forced: ReadonlyMap<number, number> | undefined;
  /** Configurations in a block. */
  length: number;
  /** The first factor that changes within a block. */
  split: number;
  /** For each state, the key that the inner factors of each configuration of a block add up to. */
  inner: readonly Int32Array[];
  /** For each state and each rival of its factor, the most by which the rival's inner key exceeds the state's. */
  excess: Int32Array;
  /** What staying is worth in a key of each factor. */
  stay: readonly number[];
}

const keyUnit = 32;
const stateBits = 15;
const tieBonus = 16;
const blockConfigurations = 512;
const largestKey = 2 ** 29;

/** Undefined where the balances are too large for 32-bit keys. */
export function followersOf(
  system: CrossImpactSystem,
  { forced, chosen, inertia = 0 }: SuccessionRule,
): Followers | undefined {
  const { sizes, offsets, impacts } = system;
  const states = offsets.at(-1)!;
  const largest = impacts.reduce((most, impact) => Math.max(most, Math.abs(impact)), 0) * sizes.length;
  const never = 2 * largest + 1;
  if ((largest + never + 1) * keyUnit > largestKey) return undefined;
  const gain = Math.min(Math.floor(inertia), never);
  const stay = sizes.map((_, factor) => (chosen?.has(factor) ? never : gain) * keyUnit + tieBonus);
  const free = sizes.map((size, factor) => (forced?.has(factor) ? 1 : size));
  const radix = radices(free);
  const split = splitPoint(free);
  const length = split === 0 ? radix[0]! * free[0]! : radix[split - 1]!;
  const inner = Array.from({ length: states }, () => new Int32Array(length));
  for (let low = 0; low < length; low++)
    configurationAt(low, free, radix, forced).forEach((state, factor) => {
      if (factor < split) return;
      const row = offsets[factor]! + state;
      for (let column = 0; column < states; column++) inner[column]![low]! += impacts[row * states + column]! * keyUnit;
      inner[row]![low]! += stay[factor]!;
    });
  return { system, free, radix, forced, length, split, inner, excess: innerExcess(system, inner), stay };
}

/** The keys that the outer factors of a block add up to, state by state. */
export function outerKeys({ system, split, free, radix, forced, stay }: Followers, high: number): Int32Array {
  const { sizes, offsets, impacts } = system;
  const states = offsets.at(-1)!;
  const keys = new Int32Array(states);
  sizes.forEach((size, factor) => {
    for (let state = 0; state < size; state++) keys[offsets[factor]! + state] = mostStates - 1 - state;
  });
  for (let factor = 0; factor < split; factor++) {
    const state = free[factor] === 1 ? (forced?.get(factor) ?? 0) : Math.floor(high / radix[factor]!) % free[factor]!;
    const row = offsets[factor]! + state;
    for (let column = 0; column < states; column++) keys[column]! += impacts[row * states + column]! * keyUnit;
    keys[row]! += stay[factor]!;
  }
  return keys;
}

/** Writes the successors of the block that begins at a configuration. */
export function followBlock(followers: Followers, high: number, successors: Int32Array): void {
  const { system, free, radix, inner, excess } = followers;
  const outer = outerKeys(followers, high);
  successors.fill(0);
  const open: number[] = [];
  for (let factor = 0; factor < free.length; factor++) {
    const size = free[factor]!;
    if (size === 1) continue;
    const start = system.offsets[factor]!;
    const worth = radix[factor]!;
    open.length = 0;
    for (let state = start; state < start + size; state++) {
      let beaten = false;
      for (let rival = start; rival < start + size && !beaten; rival++)
        beaten = outer[rival]! - outer[state]! > excess[rival * mostStates + state - start]!;
      if (!beaten) open.push(state);
    }
    const [a, b, c, d] = open as [number, number, number, number];
    if (open.length === 1) addConstant(successors, (a - start) * worth);
    else if (open.length === 2) addLargerOfTwo(successors, inner[a]!, inner[b]!, outer[a]!, outer[b]!, worth);
    else if (open.length === 3)
      addLargestOfThree(successors, inner[a]!, inner[b]!, inner[c]!, outer[a]!, outer[b]!, outer[c]!, worth);
    else if (open.length === 4)
      addLargestOfFour(
        successors,
        inner[a]!,
        inner[b]!,
        inner[c]!,
        inner[d]!,
        outer[a]!,
        outer[b]!,
        outer[c]!,
        outer[d]!,
        worth,
      );
    else addLargest(successors, inner, outer, open, worth);
  }
}

/** The successor of one configuration of the block whose outer keys are given. */
export function follow({ system, free, radix, inner }: Followers, outer: Int32Array, low: number): number {
  let successor = 0;
  for (let factor = 0; factor < free.length; factor++) {
    const size = free[factor]!;
    if (size === 1) continue;
    const start = system.offsets[factor]!;
    let most = outer[start]! + inner[start]![low]!;
    for (let state = start + 1; state < start + size; state++)
      most = Math.max(most, outer[state]! + inner[state]![low]!);
    successor += (mostStates - 1 - (most & stateBits)) * radix[factor]!;
  }
  return successor;
}

function addConstant(successors: Int32Array, amount: number): void {
  if (amount === 0) return;
  for (let low = 0; low < successors.length; low++) successors[low]! += amount;
}

function addLargerOfTwo(
  successors: Int32Array,
  a: Int32Array,
  b: Int32Array,
  outerA: number,
  outerB: number,
  worth: number,
): void {
  for (let low = 0; low < successors.length; low++) {
    const x = (a[low]! + outerA) | 0;
    const overB = (x - b[low]! - outerB) | 0;
    const most = x - (overB & (overB >> 31));
    successors[low] = (successors[low]! + Math.imul(8 - (most & 15), worth)) | 0;
  }
}

function addLargestOfThree(
  successors: Int32Array,
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
  outerA: number,
  outerB: number,
  outerC: number,
  worth: number,
): void {
  for (let low = 0; low < successors.length; low++) {
    const x = (a[low]! + outerA) | 0;
    const overB = (x - b[low]! - outerB) | 0;
    const y = (x - (overB & (overB >> 31))) | 0;
    const overC = (y - c[low]! - outerC) | 0;
    const most = y - (overC & (overC >> 31));
    successors[low] = (successors[low]! + Math.imul(8 - (most & 15), worth)) | 0;
  }
}

function addLargestOfFour(
  successors: Int32Array,
  a: Int32Array,
  b: Int32Array,
  c: Int32Array,
  d: Int32Array,
  outerA: number,
  outerB: number,
  outerC: number,
  outerD: number,
  worth: number,
): void {
  for (let low = 0; low < successors.length; low++) {
    const x = (a[low]! + outerA) | 0;
    const overB = (x - b[low]! - outerB) | 0;
    const y = (x - (overB & (overB >> 31))) | 0;
    const overC = (y - c[low]! - outerC) | 0;
    const z = (y - (overC & (overC >> 31))) | 0;
    const overD = (z - d[low]! - outerD) | 0;
    const most = z - (overD & (overD >> 31));
    successors[low] = (successors[low]! + Math.imul(8 - (most & 15), worth)) | 0;
  }
}

function addLargest(
  successors: Int32Array,
  inner: readonly Int32Array[],
  outer: Int32Array,
  open: readonly number[],
  worth: number,
): void {
  for (let low = 0; low < successors.length; low++) {
    let most = -largestKey * 2;
    for (const state of open) most = Math.max(most, outer[state]! + inner[state]![low]!);
    successors[low]! += (mostStates - 1 - (most & stateBits)) * worth;
  }
}

function innerExcess({ sizes, offsets }: CrossImpactSystem, inner: readonly Int32Array[]): Int32Array {
  const excess = new Int32Array(inner.length * mostStates);
  sizes.forEach((size, factor) => {
    const start = offsets[factor]!;
    for (let state = start; state < start + size; state++)
      for (let rival = start; rival < start + size; rival++)
        excess[state * mostStates + rival - start] = inner[rival]!.reduce(
          (most, key, low) => Math.max(most, key - inner[state]![low]!),
          -Infinity,
        );
  });
  return excess;
}

function splitPoint(free: readonly number[]): number {
  let split = free.length;
  let inner = 1;
  while (split > 0 && inner * free[split - 1]! <= blockConfigurations) inner *= free[--split]!;
  return split;
}
