import { fork } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LockedError, NotFoundError, ReadOnlyError, UnavailableError } from "../src/index.ts";
import { crash, crashInLoad } from "./crash.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { dropDatabase, query } from "./postgres-server.ts";
import { addRaid, bridge } from "./studies.ts";

const author = "analyst";

describe.each(engines)("a process with a store on %s", (engine) => {
  let place: Place;
  beforeEach(async () => {
    place = await newPlace(engine);
  });
  afterEach(() => place.remove());

  it("may be killed under eight writers: what was acknowledged is there, once, and the chain whole", async () => {
    const store = await place.open();
    await store.load(bridge, { author });
    await store.close();
    for (let round = 0; round < 3; round++) {
      const { acknowledged, lost } = await crash(place.location, `r${round}`, 250);
      expect(acknowledged).toBeGreaterThan(0);
      expect(lost).toEqual([]);
    }
  });

  it("may be killed while it loads a case for the first time", async () => {
    for (const afterMs of [0, 60, 120, 160, 200, 240]) await crashInLoad(place.location, afterMs);
    const store = await place.open();
    expect(["loaded", "same"]).toContain(await store.load(bridge, { author }));
    expect(await store.verify()).toEqual([expect.objectContaining({ faults: [] })]);
  });

  it("may read beside one that writes, and writes nothing itself", async () => {
    const writer = await place.open();
    await writer.load(bridge, { author });
    const reader = await place.open({ readOnly: true });
    expect(await reader.study("bridge")).toEqual(bridge);
    await writer.append("bridge", [addRaid("one")], { author });
    expect((await reader.study("bridge")).events).toHaveLength(3);
    await expect(reader.append("bridge", [addRaid("two")], { author })).rejects.toThrow(ReadOnlyError);
    await expect(reader.load(bridge, { author })).rejects.toThrow(ReadOnlyError);
  });
});

describe("a store on sqlite", () => {
  let place: Place;
  beforeEach(async () => {
    place = await newPlace("sqlite");
  });
  afterEach(() => place.remove());

  it("refuses a second writer in one line, in this process and in another", async () => {
    const first = await place.open();
    await expect(place.open()).rejects.toThrow(LockedError);
    const other = fork(new URL("./crash-writer.ts", import.meta.url), ["open", JSON.stringify(place.location)], {
      execArgv: ["--conditions=x-source"],
    });
    const said = await new Promise((resolve) => other.once("message", resolve));
    expect(said).toEqual({ failed: `${place.location.folder}: another process writes this store` });
    await first.close();
    await (await place.open()).close();
  });

  it("says that a folder holds no store to read", async () => {
    await expect(place.open({ readOnly: true })).rejects.toThrow(NotFoundError);
    expect(await readdir(place.location.folder)).toEqual([]);
  });

  it("refuses to write beyond its largest size, leaves nothing half-written and is read on", async () => {
    const store = await place.open({ largestBytes: 400_000 });
    await store.load(bridge, { author });
    const written: string[] = [];
    let failed: unknown;
    for (let i = 0; i < 200 && failed === undefined; i++)
      await store
        .append("bridge", [addRaid(`raid-${i}`, { summary: "x".repeat(5000) })], { author })
        .then(() => written.push(`raid-${i}`))
        .catch((error: unknown) => (failed = error));
    expect(failed).toBeInstanceOf(UnavailableError);
    expect((failed as Error).message).toBe(`${place.location.folder}: the disk is full: nothing was written`);
    expect((await store.study("bridge")).events.slice(2).map(({ id }) => id)).toEqual(written);
    expect(await store.verify()).toEqual([expect.objectContaining({ faults: [] })]);
    await store.close();
    const larger = await place.open();
    await larger.append("bridge", [addRaid("after")], { author });
    expect(await larger.verify()).toEqual([expect.objectContaining({ faults: [] })]);
  });

  it("says so where the folder cannot be made", async () => {
    await mkdir(`${place.location.folder}/mizan.db`);
    await expect(place.open()).rejects.toThrow(UnavailableError);
  });
});

describe("a store on postgres", () => {
  let place: Place;
  beforeEach(async () => {
    place = await newPlace("postgres");
  });
  afterEach(() => place.remove());
  const url = () => (place.location as { url: string }).url;

  it("is written by several at once, each told of what the others commit", async () => {
    const [a, b] = [await place.open(), await place.open()];
    await a.load(bridge, { author });
    const told: number[] = [];
    b.watch((_, sequence) => told.push(sequence));
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? a : b).append("bridge", [addRaid(`raid-${i}`)], { author })),
    );
    await expect.poll(() => told.at(-1)).toBe(61);
    expect(told).toEqual(told.toSorted((x, y) => x - y));
    expect(await a.verify()).toEqual([expect.objectContaining({ length: 61, faults: [] })]);
    expect(await b.study("bridge")).toEqual(await a.study("bridge"));
    const { version } = await b.record("bridge", "actors", "ferry");
    const body = { ...bridge.actors[2], role: "guides" };
    await b.append("bridge", [{ action: "amend", kind: "actors", record: "ferry", version, body }], { author });
    await a.append("bridge", [addRaid("last", { targets: ["ferry"] })], { author });
    expect(await a.study("bridge")).toEqual(await b.study("bridge"));
  });

  it("tells of what was committed while its connection was broken", async () => {
    const [a, b] = [await place.open(), await place.open()];
    await a.load(bridge, { author });
    const told: number[] = [];
    b.watch((_, sequence) => told.push(sequence));
    await query(url(), "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen mizan'");
    await a.append("bridge", [addRaid("one")], { author });
    await expect.poll(() => told.at(-1), { timeout: 5000 }).toBe(22);
    await a.append("bridge", [addRaid("two")], { author });
    await expect.poll(() => told.at(-1), { timeout: 5000 }).toBe(23);
  });

  it("reads on and refuses to write where the server is read-only", async () => {
    const store = await place.open();
    await store.load(bridge, { author });
    const name = new URL(url()).pathname.slice(1);
    await query(url(), `alter database ${name} set default_transaction_read_only = on`);
    await query(
      url(),
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
    );
    await delay(50);
    await expect(store.append("bridge", [addRaid("one")], { author })).rejects.toThrow(ReadOnlyError);
    expect(await store.study("bridge")).toEqual(bridge);
  });

  it("says that it is unavailable where the server is gone, without the password", async () => {
    const store = await place.open();
    await store.load(bridge, { author });
    await dropDatabase(url());
    await expect(store.append("bridge", [addRaid("one")], { author })).rejects.toThrow(UnavailableError);
    await expect(store.study("bridge")).rejects.toThrow(UnavailableError);
    const { openStore } = await import("../src/index.ts");
    const away = openStore({ url: "postgres://user:secret@127.0.0.1:1/none" });
    await expect(away).rejects.toThrow(/^postgres:\/\/127\.0\.0\.1:1\/none: /);
  });
});
