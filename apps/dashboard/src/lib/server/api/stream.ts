import process from "node:process";
import * as z from "zod";
import type { Entry, Store } from "@mizan/store";
import { usual } from "../environment.ts";
import { streamsDropped, streamsOpen } from "../metrics.ts";
import { ledger } from "../store.ts";
import { ApiError } from "./api-error.ts";
import { wholeParameter } from "./query.ts";

export const StreamQuery = z.object({
  after: wholeParameter(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .describe("as `Last-Event-ID`, which comes first; only entries from now on unless either is given"),
});

/** How streams are kept; the server keeps to the usual, tests hurry. */
export interface StreamRules {
  /** Streams that one address may hold open at once. */
  mostPerClient: number;
  /** Bytes that may wait for a reader before it is left to catch up. */
  mostWaiting: number;
  /** How long a reader may be behind before its stream is ended; it resumes where it was. */
  mostBehindMs: number;
  /** How long a reader that was told to resume may take to read that, before its connection is cut. */
  lingerMs: number;
  beatMs: number;
}

const usualRules: StreamRules = {
  mostPerClient: Number(process.env["MIZAN_STREAMS_PER_CLIENT"] || usual.streamsPerClient),
  mostWaiting: 64 * 1024,
  mostBehindMs: 15_000,
  lingerMs: 5000,
  beatMs: 15_000,
};
/** Entries that are read at a time; each may be as large as a request. */
const atATime = 100;

/** A reader of one case's entries. */
interface Reader {
  caseId: string;
  client: string;
  /** The last entry that was sent. */
  sent: number;
  /** Since when it has taken nothing; undefined while it keeps up. */
  behindSince: number | undefined;
  controller: ReadableStreamDefaultController<Uint8Array>;
  hangUp: () => void;
}

/** Who asks for a stream, and how to cut the connection of one that does not read. */
export interface Follower {
  client: string;
  after: number | undefined;
  hangUp: () => void;
}

/** Sends the entries of every case to whoever follows it. */
export interface Streams {
  follow(caseId: string, follower: Follower): Promise<Response>;
  close(): void;
}

let opened: Streams | undefined;

/** The streams of this server. */
export function streams(): Streams {
  if (!opened) throw new Error("the streams are not open yet");
  return opened;
}

/** Opens the streams over the ledger, once. */
export async function openStreams(): Promise<Streams> {
  return (opened ??= streamsOver(await ledger()));
}

const encoder = new TextEncoder();
const beat = encoder.encode(": beat\n\n");

/** Streams of a store's entries. */
export function streamsOver(
  store: Pick<Store, "entries" | "head" | "watch">,
  rules: Partial<StreamRules> = {},
): Streams {
  const { mostPerClient, mostWaiting, mostBehindMs, lingerMs, beatMs } = { ...usualRules, ...rules };
  const readers = new Set<Reader>();
  /** Readers that were told to resume, until their connection is surely gone: they still count for their client. */
  const leaving = new Set<Reader>();
  const pumping = new Map<string, "once" | "again">();
  let closed = false;
  const unwatch = store.watch((caseId) => void pump(caseId));
  const beating = setInterval(() => readers.forEach(beatOrDrop), beatMs);
  beating.unref();

  /** Sends what each reader of a case has not seen, reading the ledger once for all of them. */
  async function pump(caseId: string): Promise<void> {
    if (pumping.has(caseId)) {
      pumping.set(caseId, "again");
      return;
    }
    pumping.set(caseId, "once");
    try {
      for (;;) {
        const ready = [...readers].filter((reader) => reader.caseId === caseId && hasRoom(reader));
        const after = ready.reduce((least, { sent }) => Math.min(least, sent), Infinity);
        const entries = ready.length === 0 ? [] : await store.entries(caseId, { after, limit: atATime });
        if (entries.length === 0) {
          if (pumping.get(caseId) === "once") break;
          pumping.set(caseId, "once");
          continue;
        }
        for (const entry of entries) {
          const bytes = encoder.encode(eventText(entry));
          for (const reader of ready)
            if (reader.sent === entry.sequence - 1 && hasRoom(reader)) send(reader, entry, bytes);
        }
      }
    } catch {
      // The store says on every request what is wrong with it; the readers' next commit or beat tries again.
    } finally {
      pumping.delete(caseId);
    }
  }

  function hasRoom(reader: Reader): boolean {
    return readers.has(reader) && (reader.controller.desiredSize ?? 0) > 0;
  }

  function send(reader: Reader, { sequence }: Entry, bytes: Uint8Array): void {
    reader.controller.enqueue(bytes);
    reader.sent = sequence;
    reader.behindSince = (reader.controller.desiredSize ?? 0) > 0 ? undefined : (reader.behindSince ?? Date.now());
  }

  function beatOrDrop(reader: Reader): void {
    if (hasRoom(reader)) {
      reader.controller.enqueue(beat);
      void pump(reader.caseId);
      return;
    }
    reader.behindSince ??= Date.now();
    if (Date.now() - reader.behindSince >= mostBehindMs) drop(reader);
  }

  /** Ends the stream of a reader that does not keep up. What waits for it is let go of even if it never reads again. */
  function drop(reader: Reader): void {
    streamsDropped.inc();
    reader.controller.enqueue(encoder.encode(`event: resume\ndata: {"after":${reader.sent}}\n\n`));
    reader.controller.close();
    leave(reader);
    leaving.add(reader);
    setTimeout(() => {
      leaving.delete(reader);
      reader.hangUp();
    }, lingerMs).unref();
  }

  function leave(reader: Reader): void {
    if (readers.delete(reader)) streamsOpen.set(readers.size);
  }

  function heldBy(client: string): number {
    return [...readers, ...leaving].filter((reader) => reader.client === client).length;
  }

  return {
    async follow(caseId, { client, after, hangUp }) {
      const { sequence: last } = await store.head(caseId);
      if (closed) throw new ApiError(503, "the server is about to stop", { headers: { "retry-after": "5" } });
      if (heldBy(client) >= mostPerClient)
        throw new ApiError(429, `this address holds ${mostPerClient} streams already`, {
          headers: { "retry-after": "5" },
        });
      if (after !== undefined && after > last)
        throw new ApiError(400, `the ledger has ${last} entries, so none was seen at ${after}`);
      const sent = after ?? last;
      let reader: Reader;
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            reader = { caseId, client, sent, behindSince: undefined, controller, hangUp };
            readers.add(reader);
            streamsOpen.set(readers.size);
            controller.enqueue(
              encoder.encode(`retry: 1000\nid: ${sent}\nevent: hello\ndata: {"sequence":${last}}\n\n`),
            );
          },
          pull: () => {
            reader.behindSince = undefined;
            void pump(caseId);
          },
          cancel: () => leave(reader),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
      );
      void pump(caseId);
      return new Response(body, {
        headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
      });
    },
    close() {
      closed = true;
      unwatch();
      clearInterval(beating);
      for (const reader of readers) {
        reader.controller.close();
        leave(reader);
      }
      for (const reader of leaving) reader.hangUp();
    },
  };
}

function eventText(entry: Entry): string {
  return `id: ${entry.sequence}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;
}
