import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { largestFile, readText } from "../src/read-text.ts";

const at = { file: "events.yaml", path: ["events"] };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mizan-text-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("readText refuses a file beyond the largest size without reading it", async () => {
  const path = join(folder, "huge.yaml");
  await writeFile(path, "");
  await truncate(path, largestFile + 1);
  expect(await readText(path, at)).toMatchObject({ problem: "expected at most 50000000 bytes", value: 50_000_001 });
});

test("readText says where a file stops being UTF-8", async () => {
  const path = join(folder, "latin.yaml");
  await writeFile(path, Buffer.from("- a\n- caf\xe9\n", "latin1"));
  expect(await readText(path, at)).toMatchObject({ line: 2, column: 6, problem: "expected UTF-8 text" });
});

test("readText names why a path is no file", async () => {
  expect(await readText(folder, at)).toMatchObject({ problem: "expected a file" });
  expect(await readText(join(folder, "none.yaml"), at)).toMatchObject({ problem: "cannot be read: ENOENT" });
});
