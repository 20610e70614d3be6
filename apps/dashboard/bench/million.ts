import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { balanceAt, dayOf } from "@mizan/model";
import { openStore } from "@mizan/store";
import { figure } from "../../../packages/store/bench/figure.ts";
import { largeCase } from "../../../packages/store/bench/large-case.ts";
import { atEachEngine } from "../../../packages/store/bench/places.ts";
import { startServer } from "../test/house.ts";

const count = Number(process.env["MIZAN_BENCH_EVENTS"] ?? 1_000_000);
const million = `a case of ${count.toLocaleString("en")} events`;

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

const study = largeCase("large", count);
const asOf = dayOf("2020-12-31");
const pure = balanceAt(study, { asOf }).index!;

/** Loads the case into the ledger that the variables name, serves it, and measures its overview. */
async function measured(
  name: string,
  location: Parameters<typeof openStore>[0],
  env: Record<string, string>,
): Promise<void> {
  const store = await openStore(location);
  await store.load(study, { author: "bench" });
  await store.close();
  const { site, child } = await startServer(env);
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
  figure(`${name}, index differs from the pure function's by`, Math.abs(index - pure.index), "", 1e-9);
  await delay(1000);
  figure(`${name}, memory of the server`, memory(child.pid!), "MB", 400);
  const left = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await left;
}

await atEachEngine(async ({ name, location }) => {
  const { url, folder } = location as { url?: string; folder: string };
  await measured(name, location, url ? { MIZAN_DATABASE_URL: url, MIZAN_DATA: folder } : { MIZAN_DATA: folder });
});
