import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnavailableError } from "../src/index.ts";
import { openHeads, readHeads } from "../src/heads.ts";

describe("heads", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mizan-heads-"));
    path = join(folder, "heads.json");
  });
  afterEach(() => rm(folder, { recursive: true }));
  const chains = (length: number) => new Map([["bridge", { length, head: `h${length}` }]]);

  it("are noted a moment later, the last of each case", async () => {
    const heads = await openHeads(path, chains(1), async () => true);
    for (const length of [2, 3, 4]) heads.note("bridge", { length, head: `h${length}` });
    await heads.settle();
    expect(await readHeads(path)).toEqual(chains(4));
  });

  it("never go back, whoever else writes the file", async () => {
    const heads = await openHeads(path, new Map(), async () => true);
    await writeFile(path, JSON.stringify({ bridge: { length: 9, head: "h9" } }));
    heads.note("bridge", { length: 5, head: "h5" });
    await heads.settle();
    expect(await readHeads(path)).toEqual(chains(9));
  });

  it("are written by several at once, none in another's way", async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => openHeads(path, chains(1), async () => true)));
    all.forEach((heads, i) => heads.note("bridge", { length: i + 2, head: `h${i + 2}` }));
    await Promise.all(all.map((heads) => heads.settle()));
    const { length } = (await readHeads(path)).get("bridge")!;
    expect(length).toBeGreaterThanOrEqual(1);
    expect(length).toBeLessThanOrEqual(13);
    expect(await readdir(folder)).toEqual(["heads.json"]);
  });

  it("keep a note that the database does not bear out", async () => {
    await writeFile(path, JSON.stringify({ bridge: { length: 9, head: "h9" } }));
    const heads = await openHeads(path, chains(12), async () => false);
    await heads.settle();
    expect(await readHeads(path)).toEqual(chains(9));
  });

  it("are none where there is no file, and are then noted", async () => {
    expect(await readHeads(path)).toEqual(new Map());
    await (await openHeads(path, chains(2), async () => true)).settle();
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual({ bridge: { length: 2, head: "h2" } });
  });

  it.each(["not json", "[]", '{"bridge": 9}', ""])("are not written over a file that holds %j", async (text) => {
    await writeFile(path, text);
    await expect(readHeads(path)).rejects.toThrow(`${path}: does not hold the notes of where each chain ends`);
    await expect(openHeads(path, chains(2), async () => true)).rejects.toBeInstanceOf(UnavailableError);
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it("that cannot be written wait for the next, and are said when all is settled", async () => {
    const heads = await openHeads(path, chains(1), async () => true);
    await expect.poll(() => readHeads(path)).toEqual(chains(1));
    await rm(folder, { recursive: true });
    heads.note("bridge", { length: 2, head: "h2" });
    await expect(heads.settle()).rejects.toMatchObject({ code: "ENOENT" });
    await mkdir(folder);
    heads.note("other", { length: 1, head: "o1" });
    await heads.settle();
    expect(await readHeads(path)).toEqual(new Map([...chains(2), ["other", { length: 1, head: "o1" }]]));
  });
});
