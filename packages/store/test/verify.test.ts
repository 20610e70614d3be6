import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../src/index.ts";
import { engines, newPlace, type Place } from "./engines.ts";
import { addRaid, bridge } from "./studies.ts";

describe.each(engines)("verify on %s", (engine) => {
  let place: Place;
  let store: Store;
  const headsFile = () => join(place.location.folder, `heads.${engine}.json`);
  beforeEach(async () => {
    place = await newPlace(engine);
    store = await place.open();
    await store.load(bridge, { author: "analyst" });
    for (const id of ["one", "two", "three"])
      await store.append("bridge", [addRaid(id)], { author: "analyst", reason: "why" });
    await store.close();
  });
  afterEach(() => place.remove());

  /** What is found once the database was tampered with while nobody had it open. */
  async function faults(statements: readonly string[], options = {}): Promise<string[]> {
    for (const statement of statements) await place.tamper(statement);
    const reader = await place.open({ readOnly: true });
    const [found] = await reader.verify("bridge", options);
    await reader.close();
    return found!.faults.map(({ fault, text }) => `${fault}: ${text}`);
  }
  const where = (sequence: number) => `where case_id = 'bridge' and sequence = ${sequence}`;
  const allColumns = "action, kind, record, author, recorded, reason, previous, hash, text, body";

  it("finds nothing in a chain that is as it was written", async () => {
    expect(await faults([])).toEqual([]);
  });

  it.each([
    ["author", "'somebody'", "its author is not the one that was hashed"],
    ["reason", "null", "its reason is not the one that was hashed"],
    ["recorded", "'2021-01-01T00:00:00.000000Z'", "its recorded is not the one that was hashed"],
    ["body", "replace(body, 'Raid', 'Rout')", "its body is not the one that was hashed"],
    ["text", "replace(text, 'Raid', 'Rout')", "its text does not have its hash"],
    ["hash", `'${"f".repeat(64)}'`, "its text does not have its hash"],
  ])("names the entry whose %s was edited", async (column, value, problem) => {
    expect(await faults([`update entries set ${column} = ${value} ${where(23)}`])).toEqual([
      `edited: entry 23: ${problem}`,
    ]);
  });

  it("names the entry that was rewritten together with its hash", async () => {
    const [one] = (await place.tamper(`select text, body from entries ${where(23)}`)) as {
      text: string;
      body: string;
    }[];
    const { sha256 } = await import("../src/seal.ts");
    const text = one!.text.replaceAll("Raid", "Rout").replaceAll("'", "''");
    const edit = `text = '${text}', body = replace(body, 'Raid', 'Rout'), hash = '${sha256(one!.text.replaceAll("Raid", "Rout"))}'`;
    expect(await faults([`update entries set ${edit} ${where(23)}`])).toEqual([
      "rewritten: entry 23 was rewritten: entry 24 was written after another",
    ]);
  });

  it("names the entries that were deleted", async () => {
    expect(await faults([`delete from entries ${where(22)}`])).toEqual(["missing: entry 22 is missing"]);
    expect(await faults([`delete from entries ${where(5)}`, `delete from entries ${where(6)}`])).toEqual([
      "missing: entry 5 and all up to 6 are missing",
      "missing: entry 22 is missing",
    ]);
  });

  it("names the entries that were swapped", async () => {
    const move = (from: number, to: number) => `update entries set sequence = ${to} ${where(from)}`;
    expect(await faults([move(22, 99), move(24, 22), move(99, 24)])).toEqual([
      "swapped: entry 22: in its place stands what was written as entry 24",
      "swapped: entry 24: in its place stands what was written as entry 22",
    ]);
  });

  it("names the entry that was inserted", async () => {
    const after = [24, 23, 22].map((sequence) => `update entries set sequence = ${sequence + 1} ${where(sequence)}`);
    const copy = `insert into entries (case_id, sequence, ${allColumns}) select case_id, 22, ${allColumns} from entries ${where(24)}`;
    expect(await faults([...after, copy])).toEqual([
      "inserted: entry 22 was inserted: entry 23 was written as entry 22",
    ]);
  });

  it("names the entries that were cut off, even where the database agrees with itself", async () => {
    const cut = [
      `delete from entries ${where(24)}`,
      `delete from entries ${where(23)}`,
      "delete from records where record in ('two', 'three')",
      "update cases set length = 22, head = (select hash from entries where case_id = 'bridge' and sequence = 22)",
    ];
    expect(await faults(cut)).toEqual(["cut off: entry 23 and all up to 24 are cut off"]);
    const again = await place.open();
    await again.append("bridge", [addRaid("four")], { author: "analyst" });
    await again.close();
    expect(await faults([])).toEqual(["cut off: entry 24 is cut off"]);
    const longer = await place.open();
    await longer.append("bridge", [addRaid("five"), addRaid("six")], { author: "analyst" });
    await longer.close();
    expect(await faults([])).toEqual([
      "rewritten: entry 24, or one before it, was rewritten: its hash is not the one noted",
    ]);
  });

  it("names a case of which nothing is left", async () => {
    expect(await faults(["delete from entries", "delete from records", "delete from cases"])).toEqual([
      "cut off: entry 1 and all up to 24 are cut off",
    ]);
  });

  it("names a record that the table of current records has otherwise", async () => {
    expect(await faults(["delete from records where record = 'two'"])).toEqual([
      "misread: entry 23: the table of current records has events two otherwise",
    ]);
  });

  it("looks for a head that was noted elsewhere", async () => {
    const reader = await place.open({ readOnly: true });
    const { head } = (await reader.cases())[0]!;
    expect(await faults([], { head })).toEqual([]);
    expect(await faults([], { head: "0a" })).toEqual(["no such head: no entry has the hash 0a"]);
  });

  it("goes by the database where the notes lag behind after a crash, and brings them up to date", async () => {
    const notes = JSON.parse(await readFile(headsFile(), "utf8")) as Record<string, { length: number; head: string }>;
    expect(notes["bridge"]!.length).toBe(24);
    const reader = await place.open({ readOnly: true });
    const earlier = (await reader.entries("bridge"))[21]!;
    await writeFile(headsFile(), JSON.stringify({ bridge: { length: 22, head: earlier.hash } }));
    expect(await faults([])).toEqual([]);
    const writer = await place.open();
    await writer.close();
    expect(JSON.parse(await readFile(headsFile(), "utf8"))).toEqual(notes);
  });
});
