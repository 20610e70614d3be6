import http from "node:http";
import { startServer, stopServer } from "../test/house.ts";
import { atEachEngine, unlimited } from "./engines.ts";
import { figure, quantile } from "@mizan/store/bench/figure";
import { writeEvent } from "./writing.ts";

const writers = 10;
const forMs = Number(process.env["MIZAN_BENCH_MS"] ?? 5000);
const warmMs = 1500;

/** Ten writers over HTTP, each waiting for its own: how many writes a second, and how long the slowest hundredth waits. */
export async function benchWriters(): Promise<void> {
  await atEachEngine(async ({ name, env }) => {
    const { site, child } = await startServer({ ...env, ...unlimited });
    const agent = new http.Agent({ keepAlive: true, maxSockets: writers });
    const run = async (label: string, ms: number): Promise<number[]> => {
      const waits: number[] = [];
      const start = performance.now();
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let i = 0; performance.now() - start < ms; i++) {
            const sent = performance.now();
            if (!(await writeEvent(site, agent, `${label}-${writer}-${i}`))) throw new Error("a write got no answer");
            waits.push(performance.now() - sent);
          }
        }),
      );
      return waits;
    };
    await run("warm", warmMs);
    const waits = await run("bench", forMs);
    figure(`${name}, ${writers} writers over HTTP`, waits.length / (forMs / 1000), "writes/s", 500, true);
    figure(`${name}, ${writers} writers over HTTP, p99 of a write`, quantile(waits, 0.99), "ms", 100);
    agent.destroy();
    await stopServer(child);
  });
}
