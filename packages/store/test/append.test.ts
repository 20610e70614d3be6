import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConflictError, NotFoundError, UnfitError, type Change, type Entry, type Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { failure } from "./failure.ts";
import { addRaid, bridge, bridgeData, raid } from "./studies.ts";

const author = "analyst";
const bridgeLength = 21;

describe.each(engines)("append on %s", (engine) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await newPlace(engine);
    store = await place.open();
    await store.load(bridge, { author });
  });
  afterEach(() => place.remove());

  const append = (changes: readonly Change[], options = {}) => store.append("bridge", changes, { author, ...options });
  const factor = bridgeData.factors[0]!;

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
    expect((await store.cases()).map(({ caseId, sequence, frame: { title } }) => [caseId, sequence, title.en])).toEqual(
      [
        ["bridge", bridgeLength, "The bridge"],
        ["ford", 1, "The bridge"],
      ],
    );
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
