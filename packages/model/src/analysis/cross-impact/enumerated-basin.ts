import type { Task } from "../task.ts";
import type { Basin, FoundBasins } from "./basin.ts";
import { configurationAt, radices } from "./enumeration.ts";
import { follow, followBlock, followersOf, outerKeys, type Followers } from "./followers.ts";
import { sortedTask } from "./sorted.ts";
import { successor, type SuccessionRule } from "./succession.ts";
import type { CrossImpactSystem } from "./system.ts";

/** Entries of a table gone through between two pauses; and basins, each a list of its own. */
const pauseEvery = 65_536;
const pauseEveryBasin = 4096;

/**
 * Every basin, by following every configuration once. First each configuration counts towards its successor; what nothing
 * leads to is then done with, and only the others, the images, are followed on to their end.
 */
export function* enumeratedBasins(system: CrossImpactSystem, rule: SuccessionRule, most: number): Task<FoundBasins> {
  const free = system.sizes.map((size, factor) => (rule.forced?.has(factor) ? 1 : size));
  const radix = radices(free);
  const at = (index: number) => configurationAt(index, free, radix, rule.forced);
  const count = radix[0]! * free[0]!;
  const stepper = stepperOf(
    system,
    rule,
    (states) => states.reduce((sum, state, i) => sum + (free[i] === 1 ? 0 : state * radix[i]!), 0),
    at,
  );
  const arrivals = new Uint32Array(count);
  for (let index = 0; index < count;) {
    const upTo = Math.min(count, index + stepper.pace);
    index = stepper.count(index, upTo, arrivals);
    yield { count: index, share: (0.7 * index) / count };
  }
  const images = new Uint32Array(yield* reached(arrivals));
  const weights = new Uint32Array(images.length);
  yield* collect(arrivals, images, weights);
  const next = new Uint32Array(images.length);
  for (let image = 0; image < images.length;) {
    const upTo = Math.min(images.length, image + stepper.pace / 8);
    for (; image < upTo; image++) next[image] = arrivals[stepper.step(images[image]!)]!;
    yield { count, share: 0.7 + (0.25 * image) / images.length };
  }
  const { ends, sizes, cut } = yield* endsOf(next, weights, most, count);
  const basins: Basin[] = [];
  // Each end is told from its smallest configuration; by those they are put in order.
  const listing = { count, share: 0.99 };
  const order = yield* sortedTask([...ends.keys()], (a, b) => ends[a]![0]! - ends[b]![0]!, listing);
  for (const label of order) {
    const size = sizes[label]!;
    const states = ends[label]!.map((image) => at(images[image]!));
    basins.push({ states, size, share: size / count, standardError: 0 });
    if (basins.length % pauseEveryBasin === 0) yield listing;
  }
  return { basins, cut };
}

function* reached(arrivals: Uint32Array): Task<number> {
  let images = 0;
  for (let index = 0; index < arrivals.length; index++) {
    if (arrivals[index]! > 0) images++;
    if (index % pauseEvery === 0) yield { count: arrivals.length, share: 0.7 };
  }
  return images;
}

/** Turns counts of arrivals into the list of images, and leaves in their place where in the list each image stands. */
function* collect(arrivals: Uint32Array, images: Uint32Array, weights: Uint32Array): Task<void> {
  let image = 0;
  for (let index = 0; index < arrivals.length; index++) {
    if (index % pauseEvery === 0) yield { count: arrivals.length, share: 0.7 };
    const weight = arrivals[index]!;
    if (weight === 0) continue;
    images[image] = index;
    weights[image] = weight;
    arrivals[index] = image++;
  }
}

/** The first `most` cycles that a table of successors ends in, each from its smallest member, and the weight ending there. */
function* endsOf(
  next: Uint32Array,
  weights: Uint32Array,
  most: number,
  count: number,
): Task<{ ends: number[][]; sizes: number[]; cut: boolean }> {
  const unseen = 0;
  const onPath = 1;
  const labelled = 2;
  const stage = new Uint8Array(next.length);
  const ends: number[][] = [];
  const sizes: number[] = [];
  let cut = false;
  let steps = 0;
  for (let start = 0; start < next.length; start++) {
    if (++steps % pauseEvery === 0) yield { count, share: 0.95 + (0.04 * start) / next.length };
    if (stage[start] !== unseen) continue;
    let at = start;
    while (stage[at] === unseen) {
      if (++steps % pauseEvery === 0) yield { count, share: 0.95 + (0.04 * start) / next.length };
      stage[at] = onPath;
      at = next[at]!;
    }
    let label = next[at]!;
    if (stage[at] === onPath) {
      label = ends.length;
      if (label < most) sizes[ends.push(cycleFrom(next, at)) - 1] = 0;
      else cut = true;
    }
    for (let member = start; stage[member] === onPath;) {
      if (++steps % pauseEvery === 0) yield { count, share: 0.95 + (0.04 * start) / next.length };
      const after = next[member]!;
      if (label < most) sizes[label]! += weights[member]!;
      stage[member] = labelled;
      next[member] = label;
      member = after;
    }
  }
  return { ends, sizes, cut };
}

function cycleFrom(next: Uint32Array, member: number): number[] {
  const cycle = [member];
  for (let at = next[member]!; at !== member; at = next[at]!) cycle.push(at);
  let first = 0;
  for (let i = 1; i < cycle.length; i++) if (cycle[i]! < cycle[first]!) first = i;
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/** Ways to go from configurations, by their index, to their successors. */
interface Stepper {
  /** Configurations that are counted between two pauses. */
  pace: number;
  /** Counts the successors of the configurations from one index up to another or a little beyond; says up to where. */
  count(from: number, upTo: number, arrivals: Uint32Array): number;
  step(index: number): number;
}

function stepperOf(
  system: CrossImpactSystem,
  rule: SuccessionRule,
  indexOf: (states: readonly number[]) => number,
  at: (index: number) => number[],
): Stepper {
  const followers = followersOf(system, rule);
  if (followers) return blockStepper(followers);
  const step = (index: number) => indexOf(successor(system, at(index), rule));
  return {
    pace: 4096,
    step,
    count(from, upTo, arrivals) {
      for (let index = from; index < upTo; index++) arrivals[step(index)]!++;
      return upTo;
    },
  };
}

function blockStepper(followers: Followers): Stepper {
  const { length } = followers;
  const successors = new Int32Array(length);
  let outerOf = -1;
  let outer: Int32Array = new Int32Array(0);
  return {
    pace: 262_144,
    count(from, upTo, arrivals) {
      let high = from;
      for (; high < upTo; high += length) {
        followBlock(followers, high, successors);
        tally(successors, arrivals);
      }
      return high;
    },
    step(index) {
      const low = index % length;
      const high = index - low;
      if (high !== outerOf) {
        outer = outerKeys(followers, high);
        outerOf = high;
      }
      return follow(followers, outer, low);
    },
  };
}

function tally(successors: Int32Array, arrivals: Uint32Array): void {
  for (let low = 0; low < successors.length; low++) arrivals[successors[low]!]!++;
}
