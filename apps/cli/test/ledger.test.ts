import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledCases, loadCase, writeCase } from "@mizan/cases";
import type { Case } from "@mizan/model";
import { openStore, type Store } from "@mizan/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-ledger-"));
const data = join(scratch, "data");
const env = { MIZAN_DATA: data, MIZAN_AUTHOR: "analyst" };
let study: Case;
let store: Store;

beforeAll(async () => {
  ({ study } = await loadCase(join(bundledCases, "khadimi-kh-2020")));
  store = await openStore({ folder: data });
  await store.load({ ...study, case: { ...study.case, id: "kept" as Case["case"]["id"] } }, { author: "analyst" });
});
afterAll(async () => {
  await store.close();
  rmSync(scratch, { recursive: true });
});

describe("a case of the ledger", () => {
  it("is read by its id beside whoever writes it, and as it was written by a day", async () => {
    const before = mizan(["index", "kept", "--json"], env);
    expect(before.status).toBe(0);
    const { version, body } = await store.record("kept", "events", "raid");
    await store.append("kept", [{ action: "retract", kind: "events", record: "raid", version }], { author: "analyst" });
    const after = mizan(["index", "kept", "--json"], env);
    expect((JSON.parse(after.stdout) as { index: number }).index).not.toBe(
      (JSON.parse(before.stdout) as { index: number }).index,
    );
    const then = mizan(["export", "json", "kept", "--known-at", "2020-07-08"], env);
    expect((JSON.parse(then.stdout) as Case).events.map(({ id }) => id as string)).toContain("raid");
    await store.append("kept", [{ action: "add", kind: "events", body }], { author: "analyst" });
  });

  it("is told from what is nowhere", () => {
    const { status, stderr } = mizan(["index", "kpt"], env);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^no such case: kpt: .*\(did you mean kept\?\)\n$/)]);
  });

  it("is exported as a folder that is the same case, and not over anything", async () => {
    const folder = join(scratch, "exported");
    expect(mizan(["export", "folder", "kept", "-o", folder], env)).toMatchObject({ status: 0, stderr: "" });
    expect((await loadCase(folder)).study).toEqual(await store.study("kept"));
    expect(mizan(["export", "folder", "kept", "-o", folder], env)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("expected an empty folder"),
    });
  });
});

describe("a changed folder", () => {
  it("is only told of while it is tried, and while another process writes; without alerts it retracts none", async () => {
    const folder = join(scratch, "exported");
    const moment = { raised: "2020-07-08T00:00:00Z", asOf: "2020-07-08" };
    const alert = { id: "raised-since", ...moment, before: "quiet", after: "fired", events: ["raid"] };
    await store.append("kept", [{ action: "add", kind: "alerts", body: alert }], { author: "Mizan" });
    const file = join(folder, "case.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/marking: .*/, "marking: TLP:AMBER"));
    const tried = mizan(["import", "case", folder, "--into", "kept", "--dry-run"], env);
    expect(tried).toMatchObject({ status: 0, stdout: "amended   case kept\n1 change to write\n" });
    const refused = mizan(["import", "case", folder, "--into", "kept"], env);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/another process writes this store: stop the server first/);
    expect(refused.stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("is taken in as amendments once the ledger is free", async () => {
    await store.close();
    const taken = mizan(
      ["import", "case", join(scratch, "exported"), "--into", "kept", "--reason", "second edition"],
      env,
    );
    expect(taken).toMatchObject({ status: 0, stdout: "amended   case kept\n1 change written\n" });
    store = await openStore({ folder: data });
    expect((await store.record("kept", "case", "kept")).body.marking).toBe("TLP:AMBER");
    expect((await store.entries("kept", { kind: "case" })).at(-1)).toMatchObject({
      author: "analyst",
      reason: "second edition",
    });
  });

  it("in which only the order of records is another is taken without an entry, and is not a changed one any more", async () => {
    const before = await store.study("kept");
    const turned = { ...before, sources: before.sources.toReversed() };
    expect(await store.load(turned, { author: "analyst" })).toBe("different");
    await store.close();
    const folder = join(scratch, "turned");
    await writeCase(turned, folder);
    const taken = mizan(["import", "case", folder, "--into", "kept"], env);
    expect(taken).toMatchObject({ status: 0, stdout: "nothing differs\n" });
    store = await openStore({ folder: data });
    expect(await store.load(turned, { author: "analyst" })).toBe("same");
    expect(await store.study("kept")).toEqual(before);
  });
});

describe("a backup", () => {
  it("made beside a writer is the same ledger where it is restored, and is not written over a file", async () => {
    const file = join(scratch, "backup.db");
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.append(
          "kept",
          [{ action: "add", kind: "sources", body: { id: `paper-${i}`, name: { en: "Paper" }, kind: "newspaper" } }],
          { author: "analyst" },
        ),
      ),
    );
    expect(mizan(["backup", file], env)).toMatchObject({ status: 0, stderr: "" });
    await writing;
    expect(mizan(["backup", file], env).status).toBe(1);
    const elsewhere = { ...env, MIZAN_DATA: join(scratch, "elsewhere") };
    expect(mizan(["restore", file], elsewhere)).toMatchObject({ status: 0, stderr: "" });
    expect(mizan(["restore", file], elsewhere).status).toBe(1);
    expect(mizan(["verify"], elsewhere).stdout).toMatch(/^kept {2}\d+ entries, whole {2}[0-9a-f]{64}\n$/);
    const again = join(scratch, "again.db");
    mizan(["backup", again], elsewhere);
    const thirdly = { ...env, MIZAN_DATA: join(scratch, "thirdly") };
    mizan(["restore", again], thirdly);
    expect(mizan(["export", "json", "kept"], thirdly).stdout).toBe(mizan(["export", "json", "kept"], elsewhere).stdout);
    expect(mizan(["verify"], thirdly).stdout).toBe(mizan(["verify"], elsewhere).stdout);
  });
});

describe("verify", () => {
  it("names the entry that was touched, and a head that is not in the chain", async () => {
    expect(mizan(["verify"], env)).toMatchObject({ status: 0 });
    expect(mizan(["verify", "kept", "--head", "0".repeat(64)], env).status).toBe(1);
    const touched = join(scratch, "touched");
    mizan(["backup", join(scratch, "touch.db")], env);
    mizan(["restore", join(scratch, "touch.db")], { ...env, MIZAN_DATA: touched });
    const { default: Sqlite } = await import("better-sqlite3");
    const database = new Sqlite(join(touched, "mizan.db"));
    database.prepare("update entries set author = 'somebody' where sequence = 7").run();
    database.close();
    const { status, stderr } = mizan(["verify"], { ...env, MIZAN_DATA: touched });
    expect(status).toBe(1);
    expect(stderr).toContain("edited: entry 7");
    const cut = new Sqlite(join(touched, "mizan.db"));
    cut.prepare("update entries set author = 'analyst' where sequence = 7").run();
    cut.prepare("delete from entries where sequence = (select max(sequence) from entries)").run();
    cut.close();
    expect(mizan(["verify"], { ...env, MIZAN_DATA: touched }).stderr).toContain("cut off");
  });
});
