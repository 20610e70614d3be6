import { openStore } from "../src/index.ts";
import { addRaid, bridge } from "../test/studies.ts";
import { figure, quantile } from "./figure.ts";
import { atEachEngine } from "./places.ts";

const writers = 10;
const forMs = Number(process.env["MIZAN_BENCH_MS"] ?? 5000);

await atEachEngine(async ({ name, location }) => {
  const store = await openStore(location);
  await store.load(bridge, { author: "bench" });
  const waits: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; performance.now() - start < forMs; i++) {
        const sent = performance.now();
        await store.append("bridge", [addRaid(`raid-${writer}-${i}`)], {
          author: `writer ${writer}`,
          key: `${writer} ${i}`,
        });
        waits.push(performance.now() - sent);
      }
    }),
  );
  const passed = (performance.now() - start) / 1000;
  figure(`${name}, ${writers} writers, each waiting for its own`, waits.length / passed, "writes/s", 500, true);
  figure(`${name}, ${writers} writers, p99 of a write`, quantile(waits, 0.99), "ms", 100);
  await store.close();
});
