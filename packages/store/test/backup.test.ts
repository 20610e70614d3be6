import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundledCases, caseFolders, loadCase } from "@mizan/cases";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BackupError, ConflictError, type LedgerLine, type Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { evidenceOf } from "./evidence-of.ts";
import { addRaid, bridge, raid } from "./studies.ts";

const author = "analyst";

async function linesOf(store: Store): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const line of store.lines()) lines.push(line);
  return lines;
}

/** A case with every kind of entry, and one more case. */
async function fill(store: Store): Promise<void> {
  await store.load(bridge, { author });
  const [one] = await store.append("bridge", [addRaid("one")], { author, key: "k1" });
  const body = raid("one", { kind: "protest" });
  await store.append(
    "bridge",
    [{ action: "amend", kind: "events", record: "one", version: one!.sequence, body }, addRaid("two")],
    { author, reason: "a second report" },
  );
  const { version } = await store.record("bridge", "events", "sortie");
  await store.append("bridge", [{ action: "retract", kind: "events", record: "sortie", version }], { author });
  await store.load({ ...bridge, case: { ...bridge.case, id: "ford" as typeof bridge.case.id } }, { author });
}

describe.each(engines)("a backup of a store on %s", (engine) => {
  const places: Place[] = [];
  const newStore = async (on: (typeof engines)[number] = engine) => {
    const place = await newPlace(on);
    places.push(place);
    return { place, store: await place.open() };
  };
  let place: Place;
  let store: Store;
  let file: string;
  beforeEach(async () => {
    ({ place, store } = await newStore());
    file = join(place.location.folder, "copy");
    await fill(store);
  });
  afterEach(async () => {
    for (const used of places.splice(0)) await used.remove();
  });

  it.each(engines)("restores on %s to the same entries, cases, keys and sums", async (other) => {
    await store.backup(file);
    const restored = (await newStore(other)).store;
    await restored.restore(file);
    expect(await linesOf(restored)).toEqual(await linesOf(store));
    expect(JSON.stringify(await restored.study("bridge"))).toBe(JSON.stringify(await store.study("bridge")));
    expect((await restored.verify()).flatMap(({ faults }) => faults)).toEqual([]);
    const clocks = { from: 18_628, to: 18_992 };
    expect(await evidenceOf(restored, "bridge", clocks)).toEqual(await evidenceOf(store, "bridge", clocks));
    const kept = await store.entries("bridge", { record: "one", limit: 1 });
    expect(await restored.append("bridge", [addRaid("one")], { author, key: "k1" })).toEqual(kept);
    expect(await restored.load(bridge, { author })).toBe("same");
    const { version } = await restored.record("bridge", "events", "two");
    await restored.append("bridge", [{ action: "retract", kind: "events", record: "two", version }], { author });
  });

  it("is whole and of one moment while others write", async () => {
    let writing = true;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; writing; i++) await store.append("bridge", [addRaid(`w${writer}-${i}`)], { author });
    });
    await store.append("bridge", [addRaid("before")], { author });
    const reader = await place.open({ readOnly: true });
    await reader.backup(file);
    await store.backup(`${file}-2`);
    writing = false;
    await Promise.all(writers);
    for (const backup of [file, `${file}-2`]) {
      const restored = (await newStore()).store;
      await restored.restore(backup);
      expect((await restored.verify()).flatMap(({ faults }) => faults)).toEqual([]);
      expect(await restored.record("bridge", "events", "before")).toBeDefined();
      const length = (await restored.entriesSince("bridge", 0)).length;
      expect(await restored.entriesSince("bridge", 0)).toEqual(await store.entries("bridge", { limit: length }));
    }
  });

  it("writes over no file, and restores over no case", async () => {
    await store.backup(file);
    await expect(store.backup(file)).rejects.toThrow(BackupError);
    await expect(store.restore(file)).rejects.toThrow(ConflictError);
  });

  it("is refused where it breaks off, was tampered with or is none", async () => {
    const restored = (await newStore()).store;
    await writeFile(file, "case: bridge\n");
    await expect(restored.restore(file)).rejects.toThrow(`${file}: not a backup`);
    await expect(restored.restore(`${file}-none`)).rejects.toThrow(`${file}-none: cannot be read: ENOENT`);
    const lines = await linesOf(store);
    const spoilt = lines.map((line, i) =>
      i === 7 && line.line === "entry" ? { ...line, text: line.text.replace("analyst", "analist") } : line,
    );
    const given = async function* (some: readonly LedgerLine[]) {
      yield* some;
    };
    await expect(restored.restore(given(spoilt))).rejects.toThrow(
      "bridge: entry 7: its text does not have its hash: nothing was restored",
    );
    await expect(restored.restore(given(lines.toSpliced(5, 1)))).rejects.toThrow(
      "bridge: entry 5: it does not follow the one before: nothing was restored",
    );
    const bodies = lines.map((line, i) => (i === 4 && line.line === "entry" ? { ...line, body: "{}" } : line));
    await expect(restored.restore(given(bodies))).rejects.toThrow(BackupError);
    expect(await restored.cases()).toEqual([]);
    if (engine === "sqlite") return;
    await store.backup(`${file}-whole`);
    const whole = await readFile(`${file}-whole`, "utf8");
    await writeFile(`${file}-half`, whole.slice(0, whole.lastIndexOf("\n", whole.length - 2) + 1));
    await expect(restored.restore(`${file}-half`)).rejects.toThrow("the backup breaks off before its end");
  });
});

describe("a copy from store to store", () => {
  it("from SQLite to PostgreSQL to SQLite gives the same entries, byte for byte", async () => {
    const places = [await newPlace("sqlite"), await newPlace("postgres"), await newPlace("sqlite")] as const;
    try {
      const [first, second, third] = [await places[0].open(), await places[1].open(), await places[2].open()];
      await fill(first);
      await second.restore(first.lines());
      await third.restore(second.lines());
      expect(await linesOf(third)).toEqual(await linesOf(first));
      expect(await third.entriesSince("bridge", 0)).toEqual(await first.entriesSince("bridge", 0));
    } finally {
      for (const place of places) await place.remove();
    }
  });
});

describe.each(engines)("the cases of this house on %s", (engine) => {
  it("go from folder to store and back as they were", async () => {
    const place = await newPlace(engine);
    try {
      const store = await place.open();
      for (const { folder } of await caseFolders(bundledCases)) {
        const { study } = await loadCase(folder);
        await store.load(study, { author });
        expect(JSON.stringify(await store.study(study.case.id))).toBe(JSON.stringify(study));
        expect(await store.load(study, { author })).toBe("same");
      }
    } finally {
      await place.remove();
    }
  });
});
