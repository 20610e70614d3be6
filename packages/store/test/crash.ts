import { fork, type ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { openStore, type StoreLocation } from "../src/index.ts";

interface Acknowledged {
  id: string;
  sequence: number;
  hash: string;
}

/** What a killed process leaves: how many writes were acknowledged, and what is wrong with them afterwards. */
export interface Wreck {
  acknowledged: number;
  lost: string[];
}

const writer = new URL("./crash-writer.ts", import.meta.url);

function start(task: string, location: StoreLocation, prefix = ""): ChildProcess {
  return fork(writer, [task, JSON.stringify(location), prefix], { execArgv: ["--conditions=x-source"] });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** Kills a process under eight writers, some time after its first acknowledged write, and looks at what it left. */
export async function crash(location: StoreLocation, prefix: string, afterMs: number): Promise<Wreck> {
  const child = start("write", location, prefix);
  const acknowledged: Acknowledged[] = [];
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: Acknowledged | { failed: string }) => {
      if ("failed" in message) reject(new Error(message.failed));
      else acknowledged.push(message);
      resolve();
    });
    child.once("exit", () => reject(new Error("the writing process ended by itself")));
  });
  await delay(afterMs);
  await kill(child);

  const store = await openStore(location);
  try {
    const lost = (await store.verify()).flatMap(({ faults }) => faults.map(({ text }) => text));
    const times = new Map<string, number>();
    const entries = new Map<number, string>();
    for (const { record, sequence, hash } of await store.entriesSince("bridge", 0)) {
      times.set(record, (times.get(record) ?? 0) + 1);
      entries.set(sequence, hash);
    }
    for (const { id, sequence, hash } of acknowledged) {
      if (times.get(id) !== 1) lost.push(`${id} is there ${times.get(id) ?? 0} times`);
      if (entries.get(sequence) !== hash) lost.push(`${id} is not entry ${sequence}`);
    }
    return { acknowledged: acknowledged.length, lost };
  } finally {
    await store.close();
  }
}

/** Kills a process some time after it was started to open a store and load its first case. */
export async function crashInLoad(location: StoreLocation, afterMs: number): Promise<void> {
  const child = start("load", location);
  await Promise.race([delay(afterMs + 150), new Promise((resolve) => child.once("exit", resolve))]);
  await kill(child);
}
