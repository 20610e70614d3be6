import http from "node:http";

/** One event of a stream. */
export interface Sent {
  id: number | undefined;
  event: string;
  data: any;
}

/** A reader of a stream, as a program would be one. */
export interface StreamReader {
  status: number;
  events: Sent[];
  /** Lines that only say that the server is there. */
  beats: () => number;
  /** Answers when the server has ended the stream, or the connection is gone. */
  ended: Promise<void>;
  /** Leaves without a word. */
  leave(): void;
  /** Stops and goes on taking what arrives. */
  pause(): void;
  resume(): void;
}

/** Follows a case's ledger from after an entry, or from now on. */
export function follow(site: string, caseId: string, after?: number): Promise<StreamReader> {
  const { hostname, port } = new URL(site);
  const headers = after === undefined ? {} : { "last-event-id": String(after) };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { hostname, port, path: `/api/cases/${caseId}/stream`, headers, agent: false },
      (response) => {
        const events: Sent[] = [];
        let beats = 0;
        let left = "";
        const ended = new Promise<void>((end) => response.once("close", end));
        response.setEncoding("utf8");
        response.on("error", () => {});
        response.on("data", (text: string) => {
          const parts = (left + text).split("\n\n");
          left = parts.pop()!;
          for (const part of parts) {
            if (part.startsWith(":")) beats++;
            else events.push(eventOf(part));
          }
        });
        resolve({
          status: response.statusCode!,
          events,
          beats: () => beats,
          ended,
          leave: () => request.destroy(),
          pause: () => response.pause(),
          resume: () => response.resume(),
        });
      },
    );
    request.on("error", reject);
    request.end();
  });
}

function eventOf(part: string): Sent {
  const lines = new Map(
    part.split("\n").map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]),
  );
  const id = lines.get("id");
  return {
    id: id === undefined ? undefined : Number(id),
    event: lines.get("event") ?? "message",
    data: JSON.parse(lines.get("data") ?? "null"),
  };
}
