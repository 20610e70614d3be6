import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, type Case } from "../../../src/index.ts";
import {
  indexFlips,
  indexLevers,
  jointFlip,
  notchRange,
  recoded,
  type IndexCoding,
  type JointFlip,
} from "../../../src/analysis/sensitivity/index.ts";
import { closing, opening, randomStudy } from "../../random-study.ts";
import { firstCoding } from "../../first-coding.ts";
import { largeStudy } from "../../large-study.ts";
import { small, smallData, smallWith, study } from "../../small-study.ts";

const indexOf = (one: Case, asOf: number) => balanceAt(one, { asOf }).index!.index;
const flipsOf = (one: Case, asOf: number) => {
  const balance = balanceAt(one, { asOf });
  return indexFlips(balance, indexLevers(balance)!);
};
const foundOf = (one: Case, asOf: number) => {
  const balance = balanceAt(one, { asOf });
  return jointFlip(balance, indexLevers(balance)!);
};
const jointOf = (one: Case, asOf: number) => {
  const found = foundOf(one, asOf);
  return typeof found === "string" ? undefined : found;
};
/** A case as it would read had every factor started so much higher. */
const raised = (one: Case, by: number): Case => ({
  ...one,
  factors: one.factors.map((factor) =>
    factor.scale
      ? { ...factor, scale: { ...factor.scale, baseline: Math.min(3, factor.scale.baseline + by) } }
      : factor,
  ),
});
const day = fc.integer({ min: opening, max: closing });
const weighed = randomStudy.filter(({ factors }) => factors.some(({ scale }) => scale!.weight > 0));
/** Nothing is said of readings that differ from parity by rounding alone. */
const clear = (index: number) => Math.abs(index) > 1e-9;

describe("what it takes for one coding to turn the index", () => {
  it("is worked by hand for a baseline: 0.1 x 3 of 4 with a sortie's 0.4 faded, less 0.2 x 1 of 4", () => {
    const asOf = dayOf("2021-02-01");
    // Before any event X = (3 × 0.1 − 0.2) / 4 = 0.025; one step of the bridge's baseline takes 3 × 0.25 from 0.1.
    const flip = flipsOf(small, asOf).find(({ coding }) => coding.kind === "baseline" && coding.factor === "bridge")!;
    expect(flip).toMatchObject({ notches: -1, share: 1 / 23, range: { down: 12, up: 11 } });
    expect(flip.index).toBeCloseTo(100 * Math.tanh((0.1 - 0.75) / 4), 10);
    expect(flip.oneNotch).toBeCloseTo(100 * (Math.tanh((0.1 - 0.75) / 4) - Math.tanh(0.1 / 4)), 10);
  });

  it("really turns it, and one notch less does not; without notches nothing in the range does", () => {
    fc.assert(
      fc.property(weighed, day, (one, asOf) => {
        const side = Math.sign(indexOf(one, asOf));
        fc.pre(clear(indexOf(one, asOf)));
        for (const { coding, notches, index, range } of flipsOf(one, asOf)) {
          const reading = (n: number) => indexOf(recoded(one, coding, n), asOf);
          const reach = notches === undefined ? Math.max(range.down, range.up) : Math.abs(notches) - 1;
          for (let n = -Math.min(reach, range.down); n <= Math.min(reach, range.up); n++)
            if (clear(reading(n))) expect(Math.sign(reading(n))).not.toBe(-side);
          if (notches === undefined) continue;
          expect(reading(notches)).toBeCloseTo(index, 9);
          if (clear(index)) expect(Math.sign(reading(notches))).toBe(-side);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is ranked by the share of each coding's own range, those that cannot turn it last by what a notch does", () => {
    const flips = flipsOf(firstCoding(), dayOf("2020-07-08"));
    const shares = flips.flatMap(({ share }) => share ?? []);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const rest = flips.slice(shares.length).map(({ oneNotch }) => Math.abs(oneNotch));
    expect(rest.length).toBeGreaterThan(0);
    expect(rest).toEqual(rest.toSorted((a, b) => b - a));
  });

  it("is nothing for a case without an index", () => {
    const unscaled = smallData.factors.map(({ scale: _, ...factor }) => factor);
    expect(indexLevers(balanceAt(study(smallWith({ factors: unscaled, events: [] })), { asOf: 0 }))).toBeUndefined();
  });
});

describe("the fewest codings that together turn the index", () => {
  it("really turn it, each moved by one notch", () => {
    fc.assert(
      fc.property(weighed, day, (one, asOf) => {
        const before = indexOf(one, asOf);
        fc.pre(clear(before));
        const joint = jointOf(one, asOf);
        if (!joint) return;
        const after = indexOf(allRecoded(one, joint), asOf);
        expect(new Set(joint.moves.map(({ coding }) => JSON.stringify(coding))).size).toBe(joint.moves.length);
        if (clear(after)) expect(Math.sign(after)).toBe(-Math.sign(before));
      }),
      { numRuns: 100 },
    );
  });

  it("are as few as trying every set of one-notch moves finds", () => {
    const few = weighed.filter(({ events, factors }) => events.length <= 2 && factors.length <= 2);
    fc.assert(
      fc.property(few, day, (one, asOf) => {
        fc.pre(clear(indexOf(one, asOf)));
        const joint = jointOf(one, asOf);
        const after = joint && indexOf(allRecoded(one, joint), asOf);
        fc.pre(after === undefined || clear(after));
        const fewest = bruteForce(one, asOf, Math.min(joint?.moves.length ?? 3, 3));
        if (joint && joint.moves.length <= 3) expect(fewest).toBe(joint.moves.length);
        else expect(fewest).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it("are found, and really turn it, however many they are and however many weights could be moved", () => {
    for (const [events, by] of [
      [60, 0.3],
      [60, 0.6],
      [200, 1],
    ] as const) {
      const one = raised(largeStudy(1, 20, events), by);
      const joint = jointOf(one, closing)!;
      expect(joint.moves.length).toBeGreaterThan(10);
      expect(indexOf(one, closing)).toBeGreaterThan(40);
      expect(indexOf(allRecoded(one, joint), closing)).toBeLessThan(0);
    }
  });

  it("are none at parity, and none where not even all of them turn it: both are said", () => {
    const level = study(
      smallWith({
        factors: smallData.factors.map((factor) => ({ ...factor, scale: { ...factor.scale, baseline: 0 } })),
        events: [],
      }),
    );
    expect(foundOf(level, closing)).toBe("at-parity");
    expect(foundOf(raised(level, 2), closing)).toBe("not-even-all");
    expect(foundOf(raised(largeStudy(1, 40, 0), 1), closing)).toBe("not-even-all");
  });

  it("are none only where no choice of weights and grades turns it with all the rest moved towards the other side", () => {
    const one = weighed.filter(({ events, factors }) => events.length === 1 && factors.length <= 3);
    fc.assert(
      fc.property(one, day, (drawn, asOf) => {
        const side = Math.sign(indexOf(drawn, asOf));
        fc.pre(clear(indexOf(drawn, asOf)));
        const codings = flipsOf(drawn, asOf).map(({ coding, range }) => ({ coding, range }));
        const farthest = codings.reduce<Case[]>(
          (cases, { coding, range }) => {
            const open = coding.kind === "weight" || coding.kind === "grade" ? [-1, 0, 1] : [-side];
            const notches = open.filter((n) => n <= range.up && n >= -range.down);
            return cases.flatMap((held) => (notches.length ? notches : [0]).map((n) => recoded(held, coding, n)));
          },
          [drawn],
        );
        const best = Math.max(...farthest.map((held) => -side * indexOf(held, asOf)));
        fc.pre(clear(best));
        expect(foundOf(drawn, asOf) === "not-even-all").toBe(best < 0);
      }),
      { numRuns: 60 },
    );
  });

  it("are four for the first coding, exactly", () => {
    const joint = jointOf(firstCoding(), dayOf("2020-07-08"))!;
    expect(joint).toMatchObject({ exact: true, moves: { length: 4 } });
  });
});

function allRecoded(one: Case, { moves }: JointFlip): Case {
  return moves.reduce((changed, { coding, notches }) => recoded(changed, coding, notches), one);
}

/** The size of the smallest set of one-notch moves that turns the index, up to `most`, by trying them all. */
function bruteForce(one: Case, asOf: number, most: number): number | undefined {
  const side = Math.sign(indexOf(one, asOf));
  const moves = flipsOf(one, asOf).flatMap(({ coding }) => {
    const { down, up } = notchRange(one, coding);
    return [...(up > 0 ? [{ coding, n: 1 }] : []), ...(down > 0 ? [{ coding, n: -1 }] : [])];
  });
  const turnsWith = (changed: Case, from: number, size: number, taken: readonly IndexCoding[]): boolean => {
    if (size === 0) return Math.sign(indexOf(changed, asOf)) === -side && clear(indexOf(changed, asOf));
    return moves.some(
      ({ coding, n }, i) =>
        i >= from &&
        !taken.includes(coding) &&
        turnsWith(recoded(changed, coding, n), i + 1, size - 1, [...taken, coding]),
    );
  };
  for (let size = 1; size <= most; size++) if (turnsWith(one, 0, size, [])) return size;
  return undefined;
}
