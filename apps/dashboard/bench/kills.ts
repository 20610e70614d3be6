import http from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { openStore } from "@mizan/store";
import { startServer, stopServer } from "../test/house.ts";
import { atEachEngine, unlimited, type Place } from "./engines.ts";
import { figure } from "@mizan/store/bench/figure";
import { entriesAfter, lastSequence, writeEvent, type Acknowledged } from "./writing.ts";

const kills = Number(process.env["MIZAN_SOAK_KILLS"] ?? 200);
const longestMs = Number(process.env["MIZAN_SOAK_MINUTES"] ?? 10) * 60_000;
const writers = 8;
/** The whole chain is walked every so often, each kill's own writes after each kill. */
const killsAVerify = 20;

/** An entry, as far as it says which write it is. */
interface Taken {
  record: string;
  sequence: number;
}

/** Kills the server under writers, again and again, and looks for every write that was acknowledged. */
export async function soakKills(): Promise<void> {
  await atEachEngine(killed);
}

async function killed({ name, env }: Place): Promise<void> {
  const started = performance.now();
  const wrong: string[] = [];
  let acknowledged = 0;
  let done = 0;
  let before = 0;
  let written: Acknowledged[] = [];
  for (; done < kills && performance.now() - started < longestMs; done++) {
    const { site, child } = await startServer({ ...env, ...unlimited });
    if (done > 0) check(await entriesAfter(site, before), written, wrong);
    before = await lastSequence(site);
    written = [];
    const agent = new http.Agent({ keepAlive: true, maxSockets: writers });
    let stopped = false;
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; !stopped; i++) {
        const one = await writeEvent(site, agent, `kill-${done}-${writer}-${i}`);
        if (one) written.push(one);
      }
    });
    await delay(150 + ((done * 37) % 300));
    await stopServer(child, "SIGKILL");
    stopped = true;
    await Promise.all(writing);
    agent.destroy();
    acknowledged += written.length;
    if (done % killsAVerify === killsAVerify - 1) await verify(env, wrong);
  }
  const { site, child } = await startServer({ ...env, ...unlimited });
  check(await entriesAfter(site, before), written, wrong);
  await stopServer(child);
  await verify(env, wrong);
  console.log(
    `${name}, ${done} kills of the server under ${writers} writers in ${Math.round((performance.now() - started) / 1000)} s: ${acknowledged.toLocaleString("en")} writes acknowledged`,
  );
  figure(`${name}, writes lost, doubled or out of their chain`, wrong.length, "", 0);
  wrong.slice(0, 20).forEach((line) => console.log(`  ${line}`));
  if (wrong.length > 0) process.exitCode = 1;
}

/** Every write that was acknowledged is there once, as the entry it was said to be. */
function check(entries: readonly Taken[], written: readonly Acknowledged[], wrong: string[]): void {
  const found = Map.groupBy(entries, ({ record }) => record);
  for (const { id, sequence } of written) {
    const of = found.get(id) ?? [];
    if (of.length !== 1) wrong.push(`${id} is there ${of.length} times`);
    else if (of[0]!.sequence !== sequence) wrong.push(`${id} is entry ${of[0]!.sequence}, not ${sequence}`);
  }
  for (const [id, of] of found) if (of.length > 1) wrong.push(`${id} is there ${of.length} times`);
}

async function verify(env: Place["env"], wrong: string[]): Promise<void> {
  const { MIZAN_DATA: folder, MIZAN_DATABASE_URL: url } = env;
  const store = await openStore({ ...(url ? { url, folder } : { folder }), readOnly: true });
  for (const { faults } of await store.verify()) wrong.push(...faults.map(({ text }) => text));
  await store.close();
}
