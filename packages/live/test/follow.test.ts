import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow, retryMs, type Connection } from "../src/follow.ts";

/** A stream that the test plays the server of. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  onopen?: () => void;
  onerror?: () => void;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  fail() {
    this.close();
    this.onerror?.();
  }
  send(sequence: number) {
    this.dispatchEvent(Object.assign(new Event("entry"), { lastEventId: String(sequence) }));
  }
}

let leaving: (() => void)[] = [];
beforeEach(() => {
  Stream.all = [];
  vi.stubGlobal("EventSource", Stream);
});
afterEach(async () => {
  for (const leave of leaving) leave();
  leaving = [];
  await delay(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function page(after: number) {
  const heard: number[] = [];
  const connections: Connection[] = [];
  const leave = follow("/stream", after, {
    onentry: (sequence) => heard.push(sequence),
    onconnection: (connection) => connections.push(connection),
  });
  leaving.push(leave);
  return { heard, connections, leave };
}

const opened = (count: number) => vi.waitFor(() => expect(Stream.all).toHaveLength(count));

describe("pages that follow a case", () => {
  it("share one stream, and the next takes it over where the first left off", async () => {
    const first = page(7);
    await opened(1);
    const second = page(7);
    expect(Stream.all[0]!.url).toBe("/stream?after=7");
    Stream.all[0]!.onopen!();
    Stream.all[0]!.send(8);
    await vi.waitFor(() => expect(second.heard).toEqual([8]));
    expect(first.heard).toEqual([8]);
    expect([first, second].map(({ connections }) => connections.at(-1))).toEqual(["live", "live"]);
    expect(Stream.all).toHaveLength(1);
    first.leave();
    await opened(2);
    expect(Stream.all[1]!.url).toBe("/stream?after=8");
    expect(Stream.all[0]!.readyState).toBe(Stream.CLOSED);
  });

  it("are told what was written before they came and after they were made", async () => {
    page(7);
    await opened(1);
    Stream.all[0]!.onopen!();
    Stream.all[0]!.send(9);
    const late = page(8);
    await vi.waitFor(() => expect(late).toMatchObject({ heard: [9], connections: ["live"] }));
  });

  it("open a stream again that was lost, unless they have left", async () => {
    const { connections, leave } = page(7);
    await opened(1);
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    Stream.all[0]!.fail();
    expect(connections).toEqual(["lost"]);
    vi.advanceTimersByTime(retryMs);
    expect(Stream.all).toHaveLength(2);
    Stream.all[1]!.fail();
    leave();
    vi.advanceTimersByTime(retryMs);
    expect(Stream.all).toHaveLength(2);
  });
});
