import { setTimeout as delay } from "node:timers/promises";
import { isoDate } from "@mizan/model";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConflictError, NotFoundError, UnavailableError, type Change, type Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { failure } from "./failure.ts";
import { addRaid, bridge, bridgeData, studyOf } from "./studies.ts";

const author = "analyst";
const bridgeLength = 21;

describe.each(engines)("a store on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await newPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());

  const append = (changes: readonly Change[], options = {}) => store.append("bridge", changes, { author, ...options });

  describe("load", () => {
    it("takes a case in, the frame first and then kind by kind, and gives the same case back", async () => {
      expect(await store.load(bridge, { author })).toBe("loaded");
      const study = await store.study("bridge");
      expect(study).toEqual(bridge);
      expect(JSON.stringify(study)).toBe(JSON.stringify(bridge));
      const entries = await store.entries("bridge");
      expect(entries).toHaveLength(bridgeLength);
      expect(entries.slice(0, 3).map(({ kind, record, action }) => `${action} ${kind} ${record}`)).toEqual([
        "add case bridge",
        "add sources chronicle",
        "add sources gazette",
      ]);
    });

    it("says of a case that it is the same, or different, and writes nothing", async () => {
      await store.load(bridge, { author });
      expect(await store.load(bridge, { author })).toBe("same");
      const changed = studyOf({ ...bridgeData, ties: [] });
      expect(await store.load(changed, { author })).toBe("different");
      expect(await store.study("bridge")).toEqual(bridge);
    });

    it("calls a case the same after entries of its own: the folder has not changed", async () => {
      await store.load(bridge, { author });
      await append([addRaid("one")]);
      expect(await store.load(bridge, { author })).toBe("same");
    });

    it("calls a case the same whatever alerts were raised in it", async () => {
      const moment = { raised: "2020-07-08T00:00:00Z", asOf: "2020-07-08" };
      const alert = { id: "toll-1", ...moment, before: "quiet", after: "fired", events: [] };
      await store.load(studyOf({ ...bridgeData, alerts: [alert] }), { author });
      expect(await store.load(bridge, { author })).toBe("same");
    });

    it("calls a case the same whatever the order of its keys", async () => {
      await store.load(bridge, { author });
      const { title, ...frame } = bridge.case;
      expect(await store.load({ ...bridge, case: { ...frame, title } }, { author })).toBe("same");
    });
  });

  describe("amendInto", () => {
    const changed = studyOf({
      ...bridgeData,
      ties: [],
      actors: [...bridgeData.actors, { ...bridgeData.actors[2], id: "guild", name: { en: "Guild" } }],
      sources: bridgeData.sources.map((source) => (source.id === "gazette" ? { ...source, note: "weekly" } : source)),
    });

    it("writes the difference and nothing else, and the folder is then the same", async () => {
      await store.load(bridge, { author });
      const entries = await store.amendInto(changed, "bridge", { author, reason: "second edition" });
      expect(entries.map(({ action, kind, record, reason }) => [action, kind, record, reason])).toEqual([
        ["amend", "sources", "gazette", "second edition"],
        ["add", "actors", "guild", "second edition"],
        ["retract", "ties", "feud", "second edition"],
      ]);
      expect(await store.study("bridge")).toEqual(changed);
      expect(await store.load(changed, { author })).toBe("same");
      expect(await store.amendInto(changed, "bridge", { author })).toEqual([]);
    });

    it("takes a case under another id", async () => {
      await store.load(bridge, { author });
      const renamed = { ...changed, case: { ...changed.case, id: "other" as typeof changed.case.id } };
      await store.amendInto(renamed, "bridge", { author });
      expect((await store.study("bridge")).case.id).toBe("bridge");
      expect(await store.load(changed, { author })).toBe("same");
    });

    it("takes a folder in another order without an entry, which is then the same", async () => {
      await store.load(bridge, { author });
      const turned = { ...bridge, sources: bridge.sources.toReversed() };
      expect(await store.load(turned, { author })).toBe("different");
      expect(await store.amendInto(turned, "bridge", { author })).toEqual([]);
      expect(await store.load(turned, { author })).toBe("same");
    });
  });

  describe("reading", () => {
    beforeEach(() => store.load(bridge, { author }));

    it("gives the head of one case as that of all, and none of a case that is not there", async () => {
      expect(await store.head("bridge")).toEqual((await store.cases())[0]);
      for (const id of ["tower", "", "__proto__", "No Id"]) await failure(store.head(id), NotFoundError);
    });

    it("gives a record with its version, and none that is not there", async () => {
      const entry = (await store.entries("bridge", { kind: "events", record: "sortie" }))[0]!;
      expect(await store.record("bridge", "events", "sortie")).toEqual({
        kind: "events",
        id: "sortie",
        version: entry.sequence,
        recorded: entry.recorded,
        body: bridge.events[0],
      });
      await failure(store.record("bridge", "events", "nothing"), NotFoundError);
      await failure(store.record("atlantis", "events", "sortie"), NotFoundError);
      await failure(store.study("atlantis"), NotFoundError);
      await failure(store.entries("atlantis"), NotFoundError);
    });

    it("says what is wrong with a record whose name sounds like what is wrong with a server", async () => {
      await failure(store.record("bridge", "events", "connection-pool"), NotFoundError);
      await append([addRaid("connection-pool")]);
      const again = await failure(append([addRaid("connection-pool")]), ConflictError);
      expect(again.current).toMatchObject({ id: "connection-pool" });
    });

    it("gives the records of a kind page by page, each once", async () => {
      await append(Array.from({ length: 7 }, (_, i) => addRaid(`raid-${i}`)));
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.records("bridge", "events", { limit: 4, after });
        ids.push(...page.records.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(ids).toEqual((await store.study("bridge")).events.map(({ id }) => id));
      expect((await store.records("bridge", "events", { limit: 9 })).next).toBeUndefined();
      await failure(store.records("bridge", "events", { after: "x" }), NotFoundError);
    });

    it("gives the case as it was recorded by a sequence and by an instant", async () => {
      const { version } = await store.record("bridge", "sources", "gazette");
      const [first] = await append([addRaid("one")]);
      await delay(2);
      await append([
        {
          action: "amend",
          kind: "sources",
          record: "gazette",
          version,
          body: { ...bridgeData.sources[1], note: "weekly" },
        },
        { action: "retract", kind: "events", record: "one", version: first!.sequence },
      ]);
      expect(await store.study("bridge", { recordedBy: bridgeLength })).toEqual(bridge);
      const then = await store.study("bridge", { recordedBy: first!.recorded });
      expect(then.events.map(({ id }) => id)).toEqual(["sortie", "barn-fire", "one"]);
      expect(then.sources).toEqual(bridge.sources);
      expect(await store.study("bridge", { recordedBy: "2999-01-01T00:00:00Z" })).toEqual(await store.study("bridge"));
      await failure(store.study("bridge", { recordedBy: "2000-01-01T00:00:00Z" }), NotFoundError);
    });

    it("gives only the kinds asked for", async () => {
      const study = await store.study("bridge", { kinds: ["factors"] });
      expect(study).toEqual({
        ...bridge,
        ...Object.fromEntries(Object.keys(bridge).map((kind) => [kind, []])),
        case: bridge.case,
        factors: bridge.factors,
      });
    });

    it("gives entries after a sequence, of a kind, up to a limit", async () => {
      expect((await store.entries("bridge", { after: 18 })).map(({ sequence }) => sequence)).toEqual([19, 20, 21]);
      expect((await store.entries("bridge", { kind: "factors", limit: 2 })).map(({ record }) => record)).toEqual([
        "bridge",
        "grain",
      ]);
      expect(await store.entries("bridge", { record: "\u0000" })).toEqual([]);
    });

    it("gives entries before a sequence newest first, of a kind and a record as well", async () => {
      const sequences = async (options: object) =>
        (await store.entries("bridge", options)).map(({ sequence }) => sequence);
      expect(await sequences({ before: 4 })).toEqual([3, 2, 1]);
      expect(await sequences({ before: 22, limit: 2 })).toEqual([21, 20]);
      expect(await sequences({ after: 18, before: 21 })).toEqual([20, 19]);
      for (const kind of ["events", "factors"] as const)
        expect(await sequences({ before: 22, kind })).toEqual((await sequences({ kind })).toReversed());
      const [first] = await append([addRaid("one")]);
      const version = first!.sequence;
      await append([{ action: "retract", kind: "events", record: "one", version }]);
      for (const kind of ["events", undefined] as const) {
        expect(await sequences({ kind, record: "one" })).toEqual([version, version + 1]);
        expect(await sequences({ before: version + 1, kind, record: "one" })).toEqual([version]);
      }
      expect(await sequences({ before: 22, kind: "factors", record: "one" })).toEqual([]);
    });
  });

  it("tells of every commit, in order, until it is stopped", async () => {
    const told: string[] = [];
    const stop = store.watch((caseId, sequence) => told.push(`${caseId} ${sequence}`));
    await store.load(bridge, { author });
    await append([addRaid("one")]);
    await append([addRaid("two"), addRaid("three")]);
    await expect.poll(() => told).toEqual(["bridge 21", "bridge 22", "bridge 24"]);
    stop();
    await append([addRaid("four")]);
    await delay(50);
    expect(told).toHaveLength(3);
  });

  it("finishes what waits before it closes, and then does nothing more", async () => {
    await store.load(bridge, { author });
    const waiting = Array.from({ length: 20 }, (_, i) => append([addRaid(`raid-${i}`)]));
    await store.close();
    expect((await Promise.all(waiting)).flat()).toHaveLength(20);
    await failure(append([addRaid("late")]), UnavailableError);
    await failure(store.cases(), UnavailableError);
    store = await place.open();
    expect((await store.study("bridge")).events).toHaveLength(22);
  });

  it("keeps times rising where the clock does not", async () => {
    await store.load(bridge, { author });
    await append(Array.from({ length: 50 }, (_, i) => addRaid(`raid-${i}`, { when: isoDate(18_700 + i) })));
    const times = (await store.entries("bridge")).map(({ recorded }) => recorded);
    expect(times).toEqual([...new Set(times)].toSorted());
  });
});
