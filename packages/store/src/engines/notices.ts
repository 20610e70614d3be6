import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import type { Reader } from "../tables.ts";
import { newListeners, type Listeners } from "./listeners.ts";

export const channel = "mizan";

/** What is committed anywhere on the server, as it is told here. */
export interface Notices {
  watch: Listeners["watch"];
  close(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5000;

/**
 * Listens on a connection of its own, and on a new one whenever that breaks. What was committed in between is told as
 * soon as it is back, from the lengths of the chains.
 */
export async function listen(connect: () => Client, reader: Reader): Promise<Notices> {
  const listeners = newListeners();
  const told = new Map<string, number>();
  const stopped = new AbortController();
  let client: Client | undefined;

  const tell = (caseId: string, sequence: number) => {
    if (sequence <= (told.get(caseId) ?? 0)) return;
    told.set(caseId, sequence);
    listeners.tell(caseId, sequence);
  };

  const open = async () => {
    const fresh = connect();
    const broken = Promise.withResolvers<void>();
    fresh.on("error", () => broken.resolve());
    fresh.on("end", () => broken.resolve());
    fresh.on("notification", ({ payload = "" }) => {
      const [sequence, caseId] = payload.split(" ");
      if (caseId !== undefined) tell(caseId, Number(sequence));
    });
    client = fresh;
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    const heads = await reader.selectFrom("cases").select(["case_id", "length"]).execute();
    heads.forEach(({ case_id, length }) => tell(case_id, length));
    void broken.promise.then(reopen);
  };

  const reopen = async () => {
    for (let pause = firstPauseMs; !stopped.signal.aborted; pause = Math.min(longestPauseMs, pause * 2)) {
      try {
        await client?.end().catch(() => {});
        await open();
        return;
      } catch {
        await delay(pause, undefined, { signal: stopped.signal }).catch(() => {});
      }
    }
  };

  await open();
  return {
    watch: listeners.watch,
    close: async () => {
      stopped.abort();
      await client?.end().catch(() => {});
    },
  };
}
