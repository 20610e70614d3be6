import * as fc from "fast-check";
import { asKnown, balanceAt, shiftsOf } from "@mizan/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remaining, type Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { closing, opening, randomCase } from "./random-case.ts";
import { addRaid, bridge, loadAnew } from "./studies.ts";

describe.each(engines)("a window on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await newPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  it("reads the same index from some events and the rest gathered as from all of them one by one", async () => {
    const day = fc.integer({ min: opening, max: closing });
    await fc.assert(
      fc.asyncProperty(
        randomCase,
        day,
        fc.option(day, { nil: undefined }),
        fc.integer({ min: 0, max: 4 }),
        async (study, asOf, knownAt, most) => {
          const id = await loadAnew(store, study);
          const whole = balanceAt(study, { asOf, knownAt });
          const { events, whole: all, spans } = await store.window(id, { asOf, knownAt, most });
          const held = { ...study, events };
          const shifts = shiftsOf(knownAt === undefined ? held : asKnown(held, knownAt));
          const part = balanceAt(held, { asOf, knownAt }, all ? [] : remaining(spans, shifts));
          expect(part.index?.x ?? 0).toBeCloseTo(whole.index?.x ?? 0, 9);
          expect(part.index?.sd ?? 0).toBeCloseTo(whole.index?.sd ?? 0, 6);
          expect(part.states).toEqual(
            whole.states.map((state) => ({
              ...state,
              shares: part.states.find(({ factor }) => factor === state.factor)!.shares,
            })),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("holds the newest events that had begun, and says how many began on each day", async () => {
    const id = await loadAnew(store, bridge);
    for (let day = 1; day <= 9; day++)
      await store.append(
        id,
        [
          addRaid(`raid-${day}`, {
            when: `2021-06-0${day}`,
            citations: [{ source: "chronicle", published: `2021-06-0${day}`, grade: "B2" }],
          }),
        ],
        { author: "analyst" },
      );
    const june5 = Math.floor(Date.UTC(2021, 5, 5) / 86_400_000);
    const some = await store.window(id, { asOf: june5, most: 2 });
    expect(some.events.map((event) => event.id as string)).toEqual(["raid-4", "raid-5"]);
    expect(some.whole).toBe(false);
    expect(some.days.slice(-2)).toEqual([
      { day: june5 + 3, count: 1 },
      { day: june5 + 4, count: 1 },
    ]);
    expect((await store.window(id, { asOf: june5, knownAt: june5 - 2, most: 2 })).days.at(-1)).toEqual({
      day: june5 - 2,
      count: 1,
    });
    const all = await store.window(id, { asOf: june5, most: 11 });
    expect(all.whole).toBe(true);
    expect(all.events).toEqual((await store.study(id)).events);
  });

  it("keeps up with what is amended and retracted", async () => {
    const id = await loadAnew(store, bridge);
    const { version, body } = await store.record(id, "events", "sortie");
    await store.append(
      id,
      [{ action: "amend", kind: "events", record: "sortie", version, body: { ...body, when: "2021-02-02" } }],
      { author: "analyst" },
    );
    const fire = await store.record(id, "events", "barn-fire");
    await store.append(id, [{ action: "retract", kind: "events", record: "barn-fire", version: fire.version }], {
      author: "analyst",
    });
    const { days, events } = await store.window(id, { asOf: closing, most: 100 });
    expect(days).toEqual([{ day: Math.floor(Date.UTC(2021, 1, 2) / 86_400_000), count: 1 }]);
    expect(events.map((event) => event.id as string)).toEqual(["sortie"]);
  });
});
