import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { figure } from "@mizan/store/bench/figure";
import { startServer, stopServer } from "../test/house.ts";
import { atEachEngine, type Place } from "./engines.ts";

const count = Number(process.env["MIZAN_BENCH_EVENTS"] ?? 1_000_000);
const million = `a case of ${count.toLocaleString("en")} events`;
const writeLarge = fileURLToPath(new URL("../../../packages/store/bench/write-large.ts", import.meta.url));

async function firstByte(address: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(address);
  const reader = response.body!.getReader();
  await reader.read();
  const ms = performance.now() - start;
  while (!(await reader.read()).done);
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  return ms;
}

/** What a process has in memory, in MB, as the operating system counts it. */
function memory(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1000;
}

/** Writes the case into the ledger of a place, serves it, and measures its overview. */
async function measured({ name, env }: Place): Promise<void> {
  const place = [env.MIZAN_DATA, env.MIZAN_DATABASE_URL ?? []].flat();
  const written = spawnSync(process.execPath, ["--conditions=x-source", writeLarge, ...place], { encoding: "utf8" });
  if (written.status !== 0) throw new Error(written.stderr);
  const pure = Number(written.stdout);
  const { site, child } = await startServer({ ...env });
  figure(
    `${name}, first request after ready for the overview of ${million}`,
    await firstByte(`${site}/large`),
    "ms",
    1000,
  );
  const warm: number[] = [];
  for (let i = 0; i < 15; i++) warm.push(await firstByte(`${site}/large`));
  figure(`${name}, overview's first byte, warm, median`, warm.toSorted((a, b) => a - b)[7]!, "ms", 150);
  const other: number[] = [];
  for (let day = 1; day <= 9; day++) other.push(await firstByte(`${site}/large?asOf=2020-06-0${day}`));
  figure(`${name}, overview on a day not asked for before, median`, other.toSorted((a, b) => a - b)[4]!, "ms", 1000);
  const { index } = (await (await fetch(`${site}/api/cases/large/index?asOf=2020-12-31`)).json()) as { index: number };
  figure(`${name}, index differs from the pure function's by`, Math.abs(index - pure), "", 1e-9);
  await delay(1000);
  figure(`${name}, memory of the server`, memory(child.pid!), "MB", 400);
  await stopServer(child);
}

await atEachEngine(measured);
