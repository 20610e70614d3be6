import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { addRaid, bridge, bridgeData } from "./studies.ts";

describe.each(engines)("a store on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await newPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  it("loads a case", async () => {
    expect(await store.load(bridge, { author: "analyst" })).toBe("loaded");
    expect(await store.study("bridge")).toEqual(bridge);
    expect(await store.load(bridge, { author: "analyst" })).toBe("same");
    const [entry] = await store.append("bridge", [addRaid("one")], { author: "analyst" });
    expect(entry).toMatchObject({ sequence: 26, action: "add" });
    expect(await store.verify()).toEqual([expect.objectContaining({ faults: [] })]);
  });
  it("x", () => expect(bridgeData.case.id).toBe("bridge"));
});
