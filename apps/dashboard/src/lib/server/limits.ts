import process from "node:process";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { usual } from "./environment.ts";

/** Requests that one address may make in a minute, reading and writing; one person at work stays far below. */
const readsPerMinute = Number(process.env["MIZAN_READS_PER_MINUTE"] || usual.readsPerMinute);
const writesPerMinute = Number(process.env["MIZAN_WRITES_PER_MINUTE"] || usual.writesPerMinute);

const reads = new RateLimiterMemory({ points: readsPerMinute, duration: 60 });
const writes = new RateLimiterMemory({ points: writesPerMinute, duration: 60 });

/** How many seconds an address has to wait; undefined while it is within its limits. */
export async function secondsToWait(address: string, method: string): Promise<number | undefined> {
  const limiter = method === "GET" || method === "HEAD" ? reads : writes;
  try {
    await limiter.consume(address);
    return undefined;
  } catch (left) {
    if (left instanceof Error) throw left;
    return Math.ceil((left as { msBeforeNext: number }).msBeforeNext / 1000);
  }
}
