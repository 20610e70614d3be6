import { afterEach, beforeEach, expect, it } from "vitest";
import { advanced, type Store } from "../src/index.ts";
import { newPlace, type Place } from "./engines.ts";
import { addRaid, bridge, bridgeData } from "./studies.ts";

let place: Place;
let store: Store;
beforeEach(async () => {
  place = await newPlace("sqlite");
  store = await place.open();
  await store.load(bridge, { author: "analyst" });
});
afterEach(() => place.remove());

it("brings a case to where the ledger has it, whatever was added, amended, withdrawn or written again", async () => {
  const before = await store.study("bridge");
  const [{ cameWith, sequence } = { cameWith: 0, sequence: 0 }] = await store.cases();
  expect(cameWith).toBe(sequence);
  const append = (...changes: Parameters<Store["append"]>[1]) => store.append("bridge", changes, { author: "analyst" });
  await append(addRaid("raid"));
  const { version } = await store.record("bridge", "events", "sortie");
  await append({
    action: "amend",
    kind: "events",
    record: "sortie",
    version,
    body: { ...bridgeData.events[0], kind: "coerce" },
  });
  await append({ action: "retract", kind: "events", record: "raid", version: sequence + 1 });
  await append(addRaid("raid"));
  const frame = await store.record("bridge", "case", "bridge");
  await append({
    action: "amend",
    kind: "case",
    record: "bridge",
    version: frame.version,
    body: { ...frame.body, summary: "Another day." },
  });
  const now = advanced(before, await store.entriesSince("bridge", sequence));
  expect(now).toEqual(await store.study("bridge"));
  expect(now.events.map(({ id }) => id as string)).toEqual(["sortie", "barn-fire", "raid"]);
  expect(now.actors).toBe(before.actors);
  expect((await store.cases())[0]).toMatchObject({ cameWith, sequence: sequence + 5 });
});
