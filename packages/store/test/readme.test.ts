import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as store from "../src/index.ts";
import { bridge } from "./studies.ts";

it("the README's example runs and prints what it seems to", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme)!;
  const body = example!.replace(/^import .*$/gm, "");
  const folder = await mkdtemp(join(tmpdir(), "mizan-readme-"));
  const printed: string[] = [];
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...given: unknown[]) => Promise<void>;
  try {
    const run = new AsyncFunction("openStore", "folder", "study", "console", body);
    await run(store.openStore, folder, bridge, { log: (...words: unknown[]) => printed.push(words.join(" ")) });
    expect(printed).toEqual(["At dawn.", "22 amend sortie", "0 faults"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("the package exports these names and no others", () => {
  expect(Object.keys(store).toSorted()).toEqual([
    "BackupError",
    "ConflictError",
    "LockedError",
    "NotFoundError",
    "ReadOnlyError",
    "StoreError",
    "UnavailableError",
    "UnfitError",
    "advanced",
    "openStore",
    "remaining",
    "writtenBy",
  ]);
});
