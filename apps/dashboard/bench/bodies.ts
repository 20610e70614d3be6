import { heads, sendOddBodies, takers } from "../test/hostile.ts";
import { startServer, stopServer } from "../test/house.ts";
import { unlimited } from "./engines.ts";
import { figure } from "@mizan/store/bench/figure";

const bodies = Number(process.env["MIZAN_SOAK_BODIES"] ?? 1000);

/** Odd bodies to every address that takes one: each refused with a reason, and the ledger as it was. */
export async function soakBodies(): Promise<void> {
  const { site, child } = await startServer(unlimited);
  const before = JSON.stringify(await heads(site));
  const seed = Date.now() % 2 ** 31;
  for (const taker of takers) {
    const started = performance.now();
    const wrong = await sendOddBodies(site, taker, bodies, seed);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    figure(
      `${taker.method} ${taker.path}, of ${bodies} odd bodies in ${seconds} s (seed ${seed}), not refused properly`,
      wrong.length,
      "",
      0,
    );
    wrong.slice(0, 5).forEach((line) => console.log(`  ${line}`));
    if (wrong.length > 0) process.exitCode = 1;
  }
  const moved = JSON.stringify(await heads(site)) === before ? 0 : 1;
  figure("chains moved by odd bodies", moved, "", 0);
  if (moved > 0) process.exitCode = 1;
  await stopServer(child);
}
