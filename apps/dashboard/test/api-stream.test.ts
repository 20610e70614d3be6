import type { ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, caseId } from "./ask.ts";
import { startServer } from "./house.ts";
import { follow, type StreamReader } from "./stream-reader.ts";
import { logEvent } from "./write.ts";

let site = "";
let child: ChildProcess;
beforeAll(async () => {
  ({ site, child } = await startServer({ MIZAN_WRITES_PER_MINUTE: "100000", MIZAN_STREAMS_PER_CLIENT: "12" }));
});
afterAll(() => child.kill("SIGKILL"));

const sequenceNow = async (): Promise<number> => (await ask(site, `/api/cases/${caseId}`)).json.ledger.sequence;
const idsOf = ({ events }: StreamReader) => events.flatMap(({ event, id }) => (event === "entry" ? [id!] : []));

/** Reads from an entry to another, losing the connection after so many entries, again and again. */
async function readThrough(
  after: number,
  until: () => number | undefined,
  losses: readonly number[],
): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; ; round++) {
    const stream = await follow(site, caseId, all.at(-1) ?? after);
    const most = losses[round] ?? Infinity;
    while (idsOf(stream).length < most && (all.at(-1) ?? after) + idsOf(stream).length < (until() ?? Infinity))
      await delay(2);
    stream.leave();
    all.push(...idsOf(stream));
    if (all.length > 0 && all.at(-1)! >= (until() ?? Infinity)) return all;
  }
}

describe("a stream of the server", () => {
  it("gives every entry once and in order, however often its readers lose it while others write", async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(7), { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        async (readers) => {
          const from = await sequenceNow();
          const round = turn++;
          let last: number | undefined;
          const read = readers.map((losses) => readThrough(from, () => last, losses));
          const writers = Array.from({ length: 3 }, async (_, writer) => {
            for (let i = 0; i < 5; i++)
              expect((await logEvent(site, `turn-${round}-${writer}-${i}`, { effects: [] })).status).toBe(201);
          });
          await Promise.all(writers);
          last = await sequenceNow();
          const expected = Array.from({ length: last - from }, (_, i) => from + 1 + i);
          for (const ids of await Promise.all(read)) expect(ids.slice(0, expected.length)).toEqual(expected);
        },
      ),
      { numRuns: 6, seed: 11 },
    );
  });

  it("holds each entry whole, as the history does", async () => {
    const from = await sequenceNow();
    const stream = await follow(site, caseId, from - 2);
    await expect.poll(() => idsOf(stream).length).toBeGreaterThanOrEqual(2);
    const { entries } = (await ask(site, `/api/cases/${caseId}/history?after=${from - 2}&limit=2`)).json;
    expect(
      stream.events
        .filter(({ event }) => event === "entry")
        .slice(0, 2)
        .map(({ data }) => data),
    ).toEqual(entries);
    stream.leave();
  });

  it("is given to one address so many times, and again when one has left", async () => {
    await expect.poll(() => open(), { timeout: 5000 }).toBe(0);
    const held = await Promise.all(Array.from({ length: 12 }, () => follow(site, caseId)));
    const refused = await follow(site, caseId);
    expect(refused.status).toBe(429);
    held.pop()!.leave();
    await expect
      .poll(async () => {
        const again = await follow(site, caseId);
        again.leave();
        return again.status;
      })
      .toBe(200);
    held.forEach((stream) => stream.leave());
    await expect.poll(() => open(), { timeout: 2000 }).toBe(0);
  });

  it("ends within 2 s when the server is told to stop, and a request under way is answered", async () => {
    const held = await Promise.all(Array.from({ length: 5 }, () => follow(site, caseId)));
    const left = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const slow = ask(site, `/api/cases/${caseId}/outlook?draws=20000`);
    await delay(30);
    const started = performance.now();
    child.kill("SIGTERM");
    expect((await slow).status).toBe(200);
    const answered = performance.now();
    await Promise.all(held.map(({ ended }) => ended));
    expect(performance.now() - answered).toBeLessThan(2000);
    expect(await left).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

async function open(): Promise<number> {
  return Number(/mizan_streams_open (\d+)/.exec((await ask(site, "/metrics")).text)![1]);
}
