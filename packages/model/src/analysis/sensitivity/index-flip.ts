import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { finish, type Task } from "../task.ts";
import { notchRange, type NotchRange } from "./coding.ts";
import { indexCodings, reportMoved, type IndexCoding, type IndexLevers } from "./index-lever.ts";

/** What it takes for one coded value alone to turn the sign of the index. */
export interface IndexFlip {
  coding: IndexCoding;
  range: NotchRange;
  /** The fewest notches that turn the sign, up positive, down negative; undefined where none within the range does. */
  notches: number | undefined;
  /** Those notches as a share of the whole range, 0 to 1; undefined with them. */
  share: number | undefined;
  /** The index with those notches; without them, with all the range towards the other side. −100 to 100. */
  index: number;
  /** What one notch towards the other side, or the one that does most for it, adds to the index, in points. */
  oneNotch: number;
  /** Which way that notch goes; 0 for a value that has no room to be moved. */
  oneNotchWay: 1 | 0 | -1;
}

/** Between two pauses so many coded values are looked at. */
const pauseEvery = 64;

/** What each coded value does to the index, in one go, as {@link indexFlipsTask} finds it. */
export function indexFlips(balance: Balance, levers: IndexLevers): IndexFlip[] {
  return finish(indexFlipsTask(balance, levers));
}

/**
 * Every coded value that bears on the index, those first that turn its sign within the smallest share of their own range,
 * then those that do not, by what one notch does (in points of the index). At parity any move turns the sign. The levers
 * are those of the same balance. Progress counts coded values. METHODS §9 (a).
 */
export function* indexFlipsTask(balance: Balance, levers: IndexLevers): Task<IndexFlip[]> {
  const codings = indexCodings(levers);
  const flips: IndexFlip[] = [];
  for (const [place, coding] of codings.entries()) {
    if (place % pauseEvery === 0) yield { count: place, share: place / codings.length };
    flips.push(indexFlip(balance, levers, coding));
  }
  return flips.toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || Math.abs(b.oneNotch) - Math.abs(a.oneNotch));
}

function indexFlip(balance: Balance, levers: IndexLevers, coding: IndexCoding): IndexFlip {
  const x = levers.sum / levers.total;
  const side = Math.sign(x);
  const now = indexOf(x);
  const range = notchRange(balance.study, coding);
  const moved = movedIndex(balance, levers, coding);
  const reach = Math.max(range.down, range.up);
  let notches: number | undefined;
  for (let n = 1; n <= reach && notches === undefined; n++)
    notches = within([n, -n], range).find((candidate) => turns(moved(candidate), side));
  const ways = within([1, -1], range) as (1 | -1)[];
  const one = towards(
    side,
    ways.map((n) => moved(n)),
    now,
  );
  const farthest = within([range.up, -range.down], range).map((n) => moved(n));
  return {
    coding,
    range,
    notches,
    share: notches === undefined ? undefined : Math.abs(notches) / (range.down + range.up),
    index: notches === undefined ? towards(side, farthest, now) : moved(notches),
    oneNotch: one - now,
    oneNotchWay: ways.find((n) => moved(n) === one) ?? 0,
  };
}

/** True where an index, or its x, lies on the other side of parity than a side of −1 or 1; for a side of 0, on either. */
export function turns(index: number, side: number): boolean {
  return side === 0 ? index !== 0 : Math.sign(index) === -side;
}

function within(notches: readonly number[], { down, up }: NotchRange): number[] {
  return notches.filter((n) => n !== 0 && n <= up && n >= -down);
}

/** Of some readings, the one that goes farthest to the other side of parity; at parity, the farthest of all. */
function towards(side: number, readings: readonly number[], none: number): number {
  const gain = (reading: number) => (side === 0 ? Math.abs(reading - none) : (reading - none) * -side);
  return readings.reduce((best, reading) => (gain(reading) > gain(best) ? reading : best), readings[0] ?? none);
}

function indexOf(x: number): number {
  return 100 * Math.tanh(x);
}

/**
 * The index as a function of a coding's notches, in closed form. The levers are those of the same balance, and the coding
 * is one of theirs.
 */
export function movedIndex(
  balance: Balance,
  { sum, total, factors, groupsOf }: IndexLevers,
  coding: IndexCoding,
): (notches: number) => number {
  switch (coding.kind) {
    case "baseline": {
      const { weight } = factors.find(({ factor }) => factor === coding.factor)!;
      const { step } = methodOf(balance.study);
      return (n: number) => indexOf((sum + n * step * weight) / total);
    }
    case "weight": {
      const { weight, x } = factors.find(({ factor }) => factor === coding.factor)!;
      return (n: number) => {
        const more = weight * (2 ** n - 1);
        return indexOf((sum + more * x) / (total + more));
      };
    }
    case "shift": {
      const lever = groupsOf
        .get(coding.event)!
        .flatMap(({ levers }) => levers)
        .find(({ shift }) => shift.factor === coding.factor)!;
      return (n: number) => indexOf((sum + n * lever.strength * lever.shift.weight) / total);
    }
    case "grade": {
      const group = groupsOf.get(coding.event)!.find(({ effect }) => effect === coding.effect)!;
      const pull = group.levers.reduce(
        (all, { strength, shift }) => all + strength * shift.attribution * shift.steps,
        0,
      );
      const { report } = group.levers[0]!.shift;
      return (n: number) =>
        indexOf((sum + (reportMoved(group, new Map([[coding.citation, n]]), balance) - report) * pull) / total);
    }
  }
}
