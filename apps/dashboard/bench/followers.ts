import { readFileSync } from "node:fs";
import http from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { startServer, stopServer } from "../test/house.ts";
import { unlimited } from "./engines.ts";
import { figure, quantile } from "@mizan/store/bench/figure";
import { writeEvent } from "./writing.ts";

const followers = 1000;
const writes = 20;

/** A thousand readers of a stream: when each sees a write, what they cost, and what is left of them. */
export async function benchFollowers(): Promise<void> {
  const { site, child } = await startServer(unlimited);
  const { hostname, port } = new URL(site);
  const seen = new Map<string, number[]>();
  const agent = new http.Agent({ keepAlive: true });
  const memoryMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))![1]) / 1024;
  const open = async () => Number(/mizan_streams_open (\d+)/.exec(await (await fetch(`${site}/metrics`)).text())![1]);

  // What the first writes and reads cost is not the readers'.
  for (let i = 0; i < 200; i++) await writeEvent(site, agent, `warm-${i}`);
  await open();
  const before = memoryMb();
  const requests: http.ClientRequest[] = [];
  for (let i = 0; i < followers; i += 50)
    await Promise.all(
      Array.from(
        { length: 50 },
        () =>
          new Promise<void>((resolve, reject) => {
            const request = http.get(
              { hostname, port, path: "/api/cases/khadimi-kh-2020/stream", agent: false },
              (response) => {
                response.setEncoding("utf8");
                let left = "";
                response.on("data", (text: string) => {
                  const parts = (left + text).split("\n\n");
                  left = parts.pop()!;
                  const now = performance.now();
                  for (const part of parts) {
                    const id = /"record":"([^"]+)"/.exec(part)?.[1];
                    if (id !== undefined) seen.get(id)?.push(now);
                  }
                });
                response.on("error", () => {});
                resolve();
              },
            );
            request.on("error", reject);
            requests.push(request);
          }),
      ),
    );
  // The first times that a server does a thing are its slowest, with any number of readers.
  for (let i = 0; i < 3; i++) {
    await writeEvent(site, agent, `first-${i}`);
    await delay(500);
  }
  const waits: number[] = [];
  let missed = 0;
  for (let i = 0; i < writes; i++) {
    const times: number[] = [];
    seen.set(`seen-${i}`, times);
    const sent = performance.now();
    await writeEvent(site, agent, `seen-${i}`);
    for (let waited = 0; times.length < followers && waited < 5000; waited += 10) await delay(10);
    waits.push(...times.map((time) => time - sent));
    missed += followers - times.length;
  }
  const after = memoryMb();
  figure(`${followers} streams, p99 from a write to a reader`, quantile(waits, 0.99), "ms", 250);
  figure(`${followers} streams, readers that missed a write`, missed, "", 0);
  figure(`${followers} streams, more memory`, after - before, "MB", 100);
  for (const request of requests) request.on("error", () => {}).destroy();
  await delay(2000);
  figure(`${followers} streams, held 2 s after all readers left`, await open(), "", 0);
  agent.destroy();
  await stopServer(child);
}
