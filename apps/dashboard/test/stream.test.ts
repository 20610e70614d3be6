import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { NotFoundError, type Entry, type Listener } from "@mizan/store";
import { streamsOver, type StreamRules } from "../src/lib/server/api/stream.ts";

/** A ledger of one case in memory, which can fail and be slow. */
function ledgerOf(length: number, size = 10) {
  const listeners = new Set<Listener>();
  const state = { length, fails: false, slowMs: 0, reads: 0, largest: 0 };
  const entry = (sequence: number) =>
    ({
      caseId: "bridge",
      sequence,
      action: "add",
      kind: "events",
      record: `r-${sequence}`,
      author: "x".repeat(size),
    }) as unknown as Entry;
  return {
    state,
    grow: (by = 1) => {
      state.length += by;
      listeners.forEach((listener) => listener("bridge", state.length));
    },
    store: {
      head: async (caseId: string) => {
        if (caseId !== "bridge") throw new NotFoundError(`${caseId}: no such case`);
        return { caseId, sequence: state.length } as never;
      },
      entries: async (_: string, { after = 0, limit = 1000 } = {}) => {
        state.reads++;
        await delay(state.slowMs);
        if (state.fails) throw new Error("away");
        const count = Math.max(0, Math.min(limit, state.length - after));
        state.largest = Math.max(state.largest, count);
        return Array.from({ length: count }, (_, i) => entry(after + i + 1));
      },
      watch: (listener: Listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

const quick: Partial<StreamRules> = { beatMs: 30, mostBehindMs: 60, lingerMs: 60, mostWaiting: 4096, mostPerClient: 3 };
const nobody = { client: "a", after: undefined, hangUp: () => {} };

/** Reads a stream until it ends or is left; the ids of its entries as they come. */
function reading(response: Response) {
  const ids: number[] = [];
  const events: string[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let left = "";
  const done = (async () => {
    for (;;) {
      const { value, done: ended } = await reader.read();
      if (ended) return;
      const parts = (left + value).split("\n\n");
      left = parts.pop()!;
      for (const part of parts) {
        events.push(part);
        if (part.includes("event: entry")) ids.push(Number(/^id: (\d+)/m.exec(part)![1]));
      }
    }
  })();
  return { ids, events, done, cancel: () => reader.cancel() };
}

describe("a stream", () => {
  it("replays what was missed and goes on, without gap or repeat", async () => {
    const { store, grow } = ledgerOf(450);
    const streams = streamsOver(store, quick);
    const { ids } = reading(await streams.follow("bridge", { ...nobody, after: 3 }));
    grow(5);
    await expect.poll(() => ids.length).toBe(452);
    grow();
    await expect.poll(() => ids).toEqual(Array.from({ length: 453 }, (_, i) => i + 4));
    streams.close();
  });

  it("is taken up by a reader that comes while another is being sent to", async () => {
    const { store, state, grow } = ledgerOf(10);
    const streams = streamsOver(store, { ...quick, beatMs: 100_000 });
    state.slowMs = 40;
    const first = reading(await streams.follow("bridge", { ...nobody, after: 0 }));
    const second = reading(await streams.follow("bridge", { ...nobody, after: 5 }));
    grow();
    await expect.poll(() => [first.ids.length, second.ids.length]).toEqual([11, 6]);
    streams.close();
  });

  it("goes on at the next beat where the ledger could not be read", async () => {
    const { store, state, grow } = ledgerOf(1);
    const streams = streamsOver(store, quick);
    const { ids } = reading(await streams.follow("bridge", nobody));
    state.fails = true;
    grow(2);
    await delay(50);
    expect(ids).toEqual([]);
    state.fails = false;
    await expect.poll(() => ids).toEqual([2, 3]);
    streams.close();
  });

  it("is not held up by a reader that takes nothing, which is told where to resume and then cut off", async () => {
    const { store, grow, state } = ledgerOf(0, 1000);
    const streams = streamsOver(store, quick);
    let cut = 0;
    const stalled = await streams.follow("bridge", { ...nobody, client: "slow", hangUp: () => cut++ });
    const { ids } = reading(await streams.follow("bridge", nobody));
    for (let i = 0; i < 50; i++) {
      grow();
      await delay(2);
    }
    await expect.poll(() => ids.length).toBe(50);
    await expect.poll(() => cut).toBe(1);
    // What waited for it is no more than its share, and what it is told leads on without a gap.
    const late = reading(stalled);
    await late.done;
    expect(late.ids.length).toBeLessThan(10);
    expect(late.ids).toEqual(late.ids.map((_, i) => i + 1));
    expect(late.events.at(-1)).toBe(`event: resume\ndata: {"after":${late.ids.length}}`);
    const resumed = reading(await streams.follow("bridge", { ...nobody, client: "slow", after: late.ids.length }));
    await expect.poll(() => [...late.ids, ...resumed.ids]).toEqual(ids);
    expect(state.largest).toBeLessThanOrEqual(100);
    streams.close();
  });

  it("counts against its client until it is surely gone, even one that was dropped", async () => {
    const { store, grow } = ledgerOf(0, 5000);
    const streams = streamsOver(store, { ...quick, lingerMs: 150 });
    const follow = () => streams.follow("bridge", { ...nobody, client: "many" });
    for (let i = 0; i < 3; i++) await follow();
    await expect(follow()).rejects.toMatchObject({ body: { status: 429 } });
    await expect(streams.follow("bridge", { ...nobody, client: "another" })).resolves.toBeInstanceOf(Response);
    grow();
    await delay(130);
    await expect(follow()).rejects.toMatchObject({ body: { status: 429 } });
    await expect.poll(follow, { timeout: 2000 }).toBeInstanceOf(Response);
    streams.close();
  });

  it("beats while nothing is written, and ends when the server does", async () => {
    const { store } = ledgerOf(7);
    const streams = streamsOver(store, quick);
    const { events, done } = reading(await streams.follow("bridge", nobody));
    await expect.poll(() => events.filter((text) => text === ": beat").length).toBeGreaterThan(1);
    expect(events[0]).toBe('retry: 1000\nid: 7\nevent: hello\ndata: {"sequence":7}');
    streams.close();
    await done;
    await expect(streams.follow("bridge", nobody)).rejects.toMatchObject({ body: { status: 503 } });
  });

  it("is refused for a case that is not there, or an entry that is not yet", async () => {
    const streams = streamsOver(ledgerOf(7).store, quick);
    await expect(streams.follow("nowhere", nobody)).rejects.toThrow(NotFoundError);
    await expect(streams.follow("bridge", { ...nobody, after: 8 })).rejects.toMatchObject({ body: { status: 400 } });
    streams.close();
  });
});
