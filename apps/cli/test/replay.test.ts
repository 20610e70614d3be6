import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { bundledCases, loadCase, writeCase } from "@mizan/cases";
import type { Case, EventId } from "@mizan/model";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));

let scratch: string;
let child: ChildProcessByStdio<null, Readable, Readable>;
let said: string[];
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "mizan-replay-test-"));
  said = [];
});
afterEach(async () => {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  rmSync(scratch, { recursive: true });
});

function replay(speed: string, name = "khadimi-kh-2020"): void {
  child = spawn(process.execPath, ["--conditions=x-source", main, "replay", name, "--speed", speed, "--port", "0"], {
    env: { ...process.env, TMPDIR: scratch, MIZAN_DATA: join(scratch, "no-ledger") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  createInterface(child.stdout).on("line", (line) => said.push(line));
}

async function saidLines(count: number): Promise<void> {
  await expect.poll(() => said.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
}

const page = () => new URL(said[0]!.split("  ")[0]!);
const records = () => `${page().origin}/api/cases${page().pathname}/records`;

async function nothingIsLeft(): Promise<void> {
  expect(readdirSync(scratch)).toEqual([]);
  await expect(fetch(page())).rejects.toThrow("fetch failed");
}

describe("a replay", () => {
  it("plays a case again on a dashboard of its own that says so, and keeps nothing of it", async () => {
    replay("1000");
    await saidLines(study.events.length + 2);
    expect(said.at(-1)).toMatch(/^That was the last event/);
    expect(await (await fetch(page())).text()).toContain("Replay, 1000 days a second");
    const played = (await (await fetch(new URL(`/api/cases${page().pathname}/export`, page()))).json()) as Case;
    expect(played.events.map(({ id }) => id).toSorted()).toEqual(study.events.map(({ id }) => id).toSorted());
    expect(readdirSync(scratch)).toHaveLength(1);
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
    await nothingIsLeft();
  }, 60_000);

  it("plays more events in a minute than a client may otherwise write", async () => {
    const folder = join(scratch, "busy");
    const copies = Array.from({ length: 600 }, (_, i) => ({ ...study.events[0]!, id: `event-${i}` as EventId }));
    const events = [...study.events, ...copies];
    await writeCase({ ...study, events }, folder);
    replay("1000", folder);
    await saidLines(events.length + 2);
  }, 60_000);

  it.each(["SIGINT", "SIGTERM"] as const)(
    "leaves nothing when %s comes in the middle of it",
    async (signal) => {
      replay("1");
      await saidLines(1);
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([0, null]);
      expect(said.length).toBeLessThan(study.events.length);
      await nothingIsLeft();
    },
    60_000,
  );

  it("leaves nothing when it ends before its dashboard answers", async () => {
    replay("1");
    await expect.poll(() => readdirSync(scratch), { timeout: 30_000 }).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(readdirSync(scratch)).toEqual([]);
  }, 60_000);

  it("says which event was not taken, and leaves nothing", async () => {
    const raid = study.events.find(({ id }) => (id as string) === "raid")!;
    replay("1000");
    const stderr = text(child.stderr);
    await saidLines(1);
    const headers = { "content-type": "application/json" };
    const taken = await fetch(`${records()}/events`, { method: "POST", headers, body: JSON.stringify(raid) });
    expect(taken.status).toBe(201);
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(await stderr).toMatch(/^raid was not taken: .*there already/);
    await nothingIsLeft();
  }, 60_000);
});
