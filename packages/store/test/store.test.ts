import { setTimeout as delay } from "node:timers/promises";
import { isoDate } from "@mizan/model";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ConflictError,
  NotFoundError,
  UnavailableError,
  UnfitError,
  type Change,
  type Entry,
  type Store,
} from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { addRaid, bridge, bridgeData, raid, studyOf } from "./studies.ts";

const author = "analyst";
const bridgeLength = 21;

async function failure<E extends Error>(promise: Promise<unknown>, kind: new (...args: never[]) => E): Promise<E> {
  const error: unknown = await promise.then(
    () => expect.unreachable("expected a failure"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(kind);
  return error as E;
}

describe.each(engines)("a store on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await newPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());

  const append = (changes: readonly Change[], options = {}) => store.append("bridge", changes, { author, ...options });
  const factor = bridgeData.factors[0]!;

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
    });
  });

  describe("append", () => {
    beforeEach(() => store.load(bridge, { author }));

    it("adds, amends and retracts, and each entry stands on the one before", async () => {
      const [added] = await append([addRaid("one")], { reason: "reported" });
      const [amended] = await append([
        {
          action: "amend",
          kind: "events",
          record: "one",
          version: added!.sequence,
          body: raid("one", { kind: "protest" }),
        },
      ]);
      const [retracted] = await append([
        { action: "retract", kind: "events", record: "one", version: amended!.sequence },
      ]);
      const entries: Entry[] = await store.entriesSince("bridge", bridgeLength);
      expect(entries).toEqual([added, amended, retracted]);
      expect(entries.map(({ sequence, action, reason, author: by }) => [sequence, action, reason, by])).toEqual([
        [22, "add", "reported", author],
        [23, "amend", undefined, author],
        [24, "retract", undefined, author],
      ]);
      expect(retracted).not.toHaveProperty("body");
      const all = await store.entries("bridge");
      all.slice(1).forEach((entry, i) => {
        expect(entry.previous).toBe(all[i]!.hash);
        expect(entry.recorded > all[i]!.recorded).toBe(true);
      });
      expect(await store.study("bridge")).toEqual(bridge);
    });

    it("keeps an amended record in its place and puts a new one at the end", async () => {
      const { version } = await store.record("bridge", "events", "sortie");
      const body = { ...bridgeData.events[0], kind: "coerce" };
      await append([addRaid("one"), { action: "amend", kind: "events", record: "sortie", version, body }]);
      expect((await store.study("bridge")).events.map(({ id, kind }) => [id, kind])).toEqual([
        ["sortie", "coerce"],
        ["barn-fire", "assault"],
        ["one", "assault"],
      ]);
    });

    it("takes a record back in at the end once it was retracted", async () => {
      const { version, body } = await store.record("bridge", "events", "sortie");
      await append([{ action: "retract", kind: "events", record: "sortie", version }]);
      await append([{ action: "add", kind: "events", body }]);
      expect((await store.study("bridge")).events.map(({ id }) => id)).toEqual(["barn-fire", "sortie"]);
    });

    it("refuses a stale version with the record as it stands and the difference field by field", async () => {
      const { version } = await store.record("bridge", "sources", "gazette");
      const amend = (changed: object): Change => ({
        action: "amend",
        kind: "sources",
        record: "gazette",
        version,
        body: { ...bridgeData.sources[1], ...changed },
      });
      await append([amend({ note: "weekly" })]);
      const conflict = await failure(append([amend({ note: "daily", author: "A. Smith" })]), ConflictError);
      expect(conflict.message).toBe(`bridge: sources gazette is at version 22, not ${version}`);
      expect(conflict.current).toMatchObject({ id: "gazette", version: 22, body: { note: "weekly" } });
      expect(conflict.difference).toEqual([
        { field: "note", current: "weekly", submitted: "daily" },
        { field: "author", submitted: "A. Smith" },
      ]);
      const retraction: Change = { action: "retract", kind: "sources", record: "gazette", version };
      expect((await failure(append([retraction]), ConflictError)).difference).toEqual([
        { field: "note", current: "weekly" },
      ]);
      expect(await store.entriesSince("bridge", 22)).toEqual([]);
    });

    it("refuses to add what is there, to change what is not, and a case that is not there", async () => {
      expect(
        (await failure(append([{ action: "add", kind: "events", body: bridge.events[0] }]), ConflictError)).message,
      ).toBe("bridge: events sortie is there already");
      const gone: Change = { action: "retract", kind: "events", record: "nothing", version: 3 };
      expect((await failure(append([gone]), NotFoundError)).message).toBe("bridge: events nothing: no such record");
      expect((await failure(store.append("atlantis", [addRaid("one")], { author }), NotFoundError)).message).toBe(
        "atlantis: no such case",
      );
      await failure(store.append("Not an id\u0000", [addRaid("one")], { author }), NotFoundError);
      await failure(append([{ ...gone, record: "\u0000" }]), NotFoundError);
    });

    it("refuses an unfit record with every problem at once", async () => {
      const unfit = await failure(
        append([
          addRaid("one", { kind: "asault", whem: 3 }),
          addRaid("Two!"),
          addRaid("three", { title: { en: "\uD800" } }),
        ]),
        UnfitError,
      );
      expect(unfit.message.split("\n")).toEqual([
        "bridge does not fit the model",
        expect.stringContaining("at one.kind: expected one of"),
        "at one.whem: unknown key: whem (did you mean when?)",
        expect.stringContaining("at new.id: expected lower-case words joined by hyphens: Two!"),
        "at three: lone surrogate is not allowed: three",
      ]);
    });

    it("refuses a kind of record that there is not, and a body that is no record", async () => {
      const strange = { action: "add", kind: "events_", body: raid("one") } as unknown as Change;
      expect((await failure(append([strange]), UnfitError)).message).toContain("unknown kind of record: events_");
      for (const body of [null, 3, "x", [], undefined, { id: {} }])
        await failure(append([{ action: "add", kind: "events", body }]), UnfitError);
    });

    it("refuses an event that refers to nothing there", async () => {
      const unfit = await failure(append([addRaid("one", { initiators: ["lowr"] })]), UnfitError);
      expect(unfit.problems).toEqual([
        { path: ["events", "one", "initiators", 0], problem: "unknown actor", value: "lowr", nearest: "lower" },
      ]);
    });

    it("refuses to retract what the case refers to, and says where it does", async () => {
      const retract = async (kind: "actors" | "sources" | "judgements", record: string) => {
        const { version } = await store.record("bridge", kind, record);
        return (await failure(append([{ action: "retract", kind, record, version }]), UnfitError)).problems.map(
          ({ path }) => path.join("."),
        );
      };
      expect(await retract("judgements", "keeps")).toEqual(["outcomes.kept.judgement"]);
      expect(await retract("actors", "ferry")).toEqual(["indicators.raids.rule.of.initiators.0"]);
      expect(await retract("sources", "gazette")).toEqual([
        "events.sortie.citations.1.source",
        "events.barn-fire.citations.0.source",
      ]);
      expect(await store.study("bridge")).toEqual(bridge);
    });

    it("lets what nothing refers to any more go, also in one call with what referred to it", async () => {
      const herald = await store.record("bridge", "sources", "herald");
      await append([addRaid("one", { citations: [{ source: "herald", published: "2021-05-05", grade: "B2" }] })]);
      const retraction: Change = { action: "retract", kind: "sources", record: "herald", version: herald.version };
      await failure(append([retraction]), UnfitError);
      const { version } = await store.record("bridge", "events", "one");
      await append([retraction, { action: "amend", kind: "events", record: "one", version, body: raid("one") }]);
      expect((await store.study("bridge")).sources.map(({ id }) => id)).toEqual(["chronicle", "gazette"]);
    });

    it("refuses to take away a state, a scale or an opening day that events count on", async () => {
      const { version } = await store.record("bridge", "factors", "bridge");
      const amend = (body: object): Change => ({ action: "amend", kind: "factors", record: "bridge", version, body });
      await append([addRaid("falls", { sets: [{ factor: "bridge", state: "lost" }] })]);
      const scale = { ...factor.scale, cuts: [0] };
      const shorter = await failure(append([amend({ ...factor, states: factor.states.slice(1), scale })]), UnfitError);
      expect(shorter.message).toContain("at falls.sets[0].state: unknown state of bridge: lost");
      const { scale: _, ...unscaled } = factor;
      const flat = await failure(append([amend(unscaled)]), UnfitError);
      expect(flat.message).toContain("at sortie.effects[0].factor: only a factor with a scale can be shifted: bridge");
      const frame = await store.record("bridge", "case", "bridge");
      const later = { ...bridgeData.case, period: "2021-04-01/2021-12-31" };
      const late = await failure(
        append([{ action: "amend", kind: "case", record: "bridge", version: frame.version, body: later }]),
        UnfitError,
      );
      expect(late.problems.map(({ path }) => path.join("."))).toEqual(["events.sortie.when", "events.barn-fire.when"]);
    });

    it("takes all changes of one call or none", async () => {
      await failure(append([addRaid("one"), addRaid("two", { targets: ["nobody"] })]), UnfitError);
      expect(await store.study("bridge")).toEqual(bridge);
      const twice = await failure(append([addRaid("one"), addRaid("one")]), UnfitError);
      expect(twice.problems[0]).toMatchObject({ problem: "changed twice in one call" });
      expect(await append([])).toEqual([]);
    });

    it("opens a new case with its frame, and never takes that away", async () => {
      const frame = { ...bridgeData.case, id: "ford", assessment: undefined, motion: undefined };
      const [entry] = await store.append("ford", [{ action: "add", kind: "case", body: frame }], { author });
      expect(entry).toMatchObject({ caseId: "ford", sequence: 1, previous: "0".repeat(64) });
      expect(
        (await store.cases()).map(({ caseId, sequence, frame: { title } }) => [caseId, sequence, title.en]),
      ).toEqual([
        ["bridge", bridgeLength, "The bridge"],
        ["ford", 1, "The bridge"],
      ]);
      await failure(
        store.append("ford", [{ action: "retract", kind: "case", record: "ford", version: 1 }], { author }),
        UnfitError,
      );
      const other = store.append("mill", [{ action: "add", kind: "case", body: frame }], { author });
      expect((await failure(other, UnfitError)).problems[0]).toMatchObject({ problem: "expected the id mill" });
    });

    it("gives the same entries for the same key and changes, and a conflict for others", async () => {
      const first = await append([addRaid("one")], { key: "k1" });
      expect(await append([addRaid("one")], { key: "k1" })).toEqual(first);
      expect((await failure(append([addRaid("two")], { key: "k1" }), ConflictError)).message).toBe(
        "bridge: the key k1 was used for other changes",
      );
      const together = await Promise.all(Array.from({ length: 5 }, () => append([addRaid("two")], { key: "k2" })));
      expect(new Set(together.map((entries) => JSON.stringify(entries))).size).toBe(1);
      await store.close();
      store = await place.open();
      expect(await append([addRaid("one")], { key: "k1" })).toEqual(first);
      expect(await store.entriesSince("bridge", bridgeLength)).toHaveLength(2);
    });

    it("refuses an author, a reason or a key that is no line of text", async () => {
      await failure(append([addRaid("one")], { author: "" }), UnfitError);
      await failure(append([addRaid("one")], { author: "a\u0000b" }), UnfitError);
      await failure(append([addRaid("one")], { key: "k\n" + "x".repeat(300) }), UnfitError);
      await failure(append([addRaid("one")], { reason: "\u0000" }), UnfitError);
    });

    it("fails an unfit append among many alone", async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) => append([addRaid(`raid-${i}`, i % 4 ? {} : { targets: ["nobody"] })])),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
      expect((await store.entriesSince("bridge", bridgeLength)).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 30 }, (_, i) => bridgeLength + 1 + i),
      );
      expect((await store.verify("bridge"))[0]!.faults).toEqual([]);
    });

    it("lets one of 50 amend a record, and tells 49 the difference", async () => {
      const { version } = await store.record("bridge", "events", "sortie");
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) =>
          append([
            {
              action: "amend",
              kind: "events",
              record: "sortie",
              version,
              body: { ...bridgeData.events[0], summary: `Version ${i}` },
            },
          ]),
        ),
      );
      const lost = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(lost).toHaveLength(49);
      for (const { reason } of lost as PromiseRejectedResult[]) {
        expect(reason).toBeInstanceOf(ConflictError);
        expect((reason as ConflictError).difference).toEqual([
          { field: "summary", current: expect.any(String), submitted: expect.any(String) },
        ]);
      }
    });

    it("takes an amendment of a record added in the same group", async () => {
      const adding = append([addRaid("one")]);
      const amending = append([
        {
          action: "amend",
          kind: "events",
          record: "one",
          version: bridgeLength + 1,
          body: raid("one", { kind: "protest" }),
        },
      ]);
      const retracting = append([{ action: "retract", kind: "events", record: "one", version: bridgeLength + 2 }]);
      const again = append([addRaid("one")]);
      await Promise.all([adding, amending, retracting, again]);
      expect(await store.record("bridge", "events", "one")).toMatchObject({ version: bridgeLength + 4 });
      expect((await store.verify("bridge"))[0]!.faults).toEqual([]);
    });
  });

  describe("reading", () => {
    beforeEach(() => store.load(bridge, { author }));

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
