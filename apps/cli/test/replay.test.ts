import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { bundledCases, loadCase } from "@mizan/cases";
import type { Case } from "@mizan/model";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

it("plays a case again on a dashboard of its own that says so, and keeps nothing of it", async () => {
  const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));
  const scratch = mkdtempSync(join(tmpdir(), "mizan-replay-test-"));
  const child = spawn(
    process.execPath,
    ["--conditions=x-source", main, "replay", "khadimi-kh-2020", "--speed", "200", "--port", "0"],
    { env: { ...process.env, TMPDIR: scratch, MIZAN_DATA: join(scratch, "no-ledger") }, stdio: ["ignore", "pipe", 2] },
  );
  const said: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    said.push(line);
    if (line.startsWith("That was the last event")) break;
  }
  const [page] = said[0]!.split("  ");
  const { origin, pathname } = new URL(page!);
  expect(await (await fetch(page!)).text()).toContain("Replay, 200 days a second");
  const played = (await (await fetch(`${origin}/api/cases${pathname}/export`)).json()) as Case;
  expect(played.events.map(({ id }) => id).toSorted()).toEqual(study.events.map(({ id }) => id).toSorted());
  expect(said).toHaveLength(study.events.length + 2);
  expect(readdirSync(scratch)).toHaveLength(1);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(readdirSync(scratch)).toEqual([]);
  rmSync(scratch, { recursive: true });
}, 60_000);
