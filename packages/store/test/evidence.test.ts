import {
  asKnown,
  dailyEvidence,
  scaledFactors,
  shiftsOf,
  type Case,
  type Day,
  type Evidence,
  type FactorId,
} from "@mizan/model";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change, Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { evidenceOf } from "./evidence-of.ts";
import { closing, opening, randomCase, randomEvent } from "./random-case.ts";
import { addRaid, bridge, bridgeData, loadAnew } from "./studies.ts";

const author = "analyst";

function pure(study: Case, from: Day, to: Day, knownAt: Day | undefined): Evidence {
  const known = knownAt === undefined ? study : asKnown(study, knownAt);
  return dailyEvidence(scaledFactors(known), shiftsOf(known), from, to);
}

/** How far apart two sums are at most, over all factors and days. */
function apart(a: Evidence, b: Evidence): number {
  let most = 0;
  for (const kind of ["fading", "lasting"] as const) {
    expect([...a[kind].keys()]).toEqual([...b[kind].keys()]);
    for (const [factor, sums] of a[kind])
      for (const side of ["mean", "variance"] as const) {
        const other = b[kind].get(factor)![side];
        expect(sums[side]).toHaveLength(other.length);
        sums[side].forEach((value, i) => (most = Math.max(most, Math.abs(value - other[i]!))));
      }
  }
  return most;
}

describe.each(engines)("evidence on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await newPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  async function expectPure(id: string, clocks: { from: Day; to: Day; knownAt: Day | undefined }): Promise<void> {
    const study = await store.study(id);
    expect(
      apart(await evidenceOf(store, id, clocks), pure(study, clocks.from, clocks.to, clocks.knownAt)),
    ).toBeLessThan(1e-9);
  }

  const clocks = fc.record({
    from: fc.integer({ min: opening, max: opening + 200 }),
    to: fc.integer({ min: opening + 100, max: closing + 100 }),
    knownAt: fc.option(fc.integer({ min: opening, max: closing + 200 }), { nil: undefined }),
  });

  it("is the sum by day of the pure functions, whenever it is read and whatever was known", async () => {
    await fc.assert(
      fc.asyncProperty(randomCase, fc.array(clocks, { minLength: 3, maxLength: 3 }), async (study, moments) => {
        const id = await loadAnew(store, study);
        for (const moment of moments) await expectPure(id, moment);
      }),
      { numRuns: 25 },
    );
  });

  it("follows every addition, amendment and retraction of an event", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCase,
        fc.array(randomEvent, { minLength: 2, maxLength: 6 }),
        clocks,
        async (study, drawn, moment) => {
          const id = await loadAnew(store, study);
          const changes = drawn.map((event, i): Change => ({
            action: "add",
            kind: "events",
            body: { id: `new-${i}`, ...event },
          }));
          await Promise.all(changes.map((change) => store.append(id, [change], { author })));
          const { records } = await store.records(id, "events");
          const after = records.map(({ id: record, version }, i): Change =>
            i % 3
              ? { action: "amend", kind: "events", record, version, body: { ...drawn[i % drawn.length], id: record } }
              : { action: "retract", kind: "events", record, version },
          );
          await Promise.all(after.map((change) => store.append(id, [change], { author })));
          await expectPure(id, moment);
          await expectPure(id, { ...moment, knownAt: undefined });
        },
      ),
      { numRuns: 12 },
    );
  });

  it("is made anew when the method, the opening day or a half-life changes", async () => {
    const id = await loadAnew(store, bridge);
    const moment = { from: opening, to: closing, knownAt: undefined };
    const amend = async (kind: "case" | "factors", record: string, body: object) => {
      const { version } = await store.record(id, kind, record);
      await store.append(id, [{ action: "amend", kind, record, version, body }], { author });
    };
    const before = await evidenceOf(store, id, moment);
    await amend("case", id, { ...bridgeData.case, id, method: { step: 0.5 } });
    const stepped = await evidenceOf(store, id, moment);
    expect(apart(before, stepped)).toBeGreaterThan(0.1);
    await expectPure(id, moment);
    await amend("case", id, { ...bridgeData.case, id, period: "2021-02-20/2021-12-31" });
    await expectPure(id, moment);
    const factor = bridgeData.factors[0]!;
    await amend("factors", "bridge", { ...factor, scale: { ...factor.scale, halfLifeDays: 7 } });
    await expectPure(id, { ...moment, from: opening + 120 });
  });

  it("is right where the method changes among events that are committed with it", async () => {
    const id = await loadAnew(store, bridge);
    const { version } = await store.record(id, "case", id);
    const body = { ...bridgeData.case, id, method: { step: 0.4 } };
    await Promise.all([
      store.append(id, [addRaid("before")], { author }),
      store.append(id, [{ action: "amend", kind: "case", record: id, version, body }, addRaid("with")], { author }),
      store.append(id, [addRaid("after", { when: "2021-05" })], { author }),
    ]);
    await expectPure(id, { from: opening, to: closing, knownAt: undefined });
    await expectPure(id, { from: opening, to: closing, knownAt: opening + 150 });
    expect((await store.verify(id))[0]!.faults).toEqual([]);
  });

  it("knows no more of a day than had been published by then", async () => {
    const id = await loadAnew(store, bridge);
    const sums = async (knownAt: string) =>
      (await evidenceOf(store, id, { from: opening, to: closing, knownAt: Date.parse(knownAt) / 86_400_000 })).fading
        .get("bridge" as FactorId)!
        .mean.reduce((total, value) => total + value, 0);
    expect(await sums("2021-03-01")).toBe(0);
    expect(await sums("2021-03-02")).toBeCloseTo(2 * 0.25 * 0.8, 9);
    expect(await sums("2021-04-10")).toBeCloseTo(2 * 0.25 * (1 - 0.2 * 0.4), 9);
  });
});
