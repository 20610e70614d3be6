import { connect } from "node:net";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, caseId } from "./ask.ts";
import { heads } from "./hostile.ts";
import { startServer } from "./house.ts";

let site = "";
let child: ChildProcess;
beforeAll(async () => {
  ({ site, child } = await startServer({}));
});
afterAll(() => child.kill("SIGTERM"));

const under = `/api/cases/${caseId}`;

/** What one sends over a bare connection, and all that comes back. */
function bare(lines: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site);
    const socket = connect(Number(port), hostname, () => socket.write(lines));
    let heard = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (text) => (heard += text));
    socket.on("error", reject);
    socket.on("close", () => resolve(heard));
  });
}

describe("bytes that are no request", () => {
  it("are answered with a problem, and the connection ends", async () => {
    const { host } = new URL(site);
    for (const [lines, status] of [
      ["rubbish\r\n\r\n", 400],
      [`GET /api/cases HTTP/1.1\r\nhost: ${host}\r\nbad header\r\n\r\n`, 400],
      [`GET /api/cases HTTP/1.1\r\nhost: ${host}\r\n${`x-flood: ${"y".repeat(900)}\r\n`.repeat(40)}\r\n`, 431],
      [
        `POST ${under}/records/events HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
        400,
      ],
      ["GET /api/cases HTTP/1.1\r\nconnection: close\r\n\r\n", 400],
      [`GET http://elsewhere.example/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`, 400],
      [`OPTIONS * HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`, 400],
      ["GET /api/cases HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n", 400],
    ] as const) {
      const heard = await bare(lines);
      expect(heard.split("\r\n")[0], lines.slice(0, 60)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(heard).toContain("application/problem+json");
    }
  });

  it("do not keep others from being answered while a body never ends", async () => {
    const before = await heads(site);
    const { hostname, port } = new URL(site);
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(Number(port), hostname);
      socket.write(
        `POST ${under}/records/events HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: 400000\r\n\r\n{`,
      );
      return socket;
    });
    expect((await ask(site, "/api/cases")).status).toBe(200);
    sockets.forEach((socket) => socket.destroy());
    expect(await heads(site)).toEqual(before);
  });
});
