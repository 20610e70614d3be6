import { join } from "node:path";
import { openStore, type StoreLocation } from "../src/index.ts";
import { crash, crashInLoad } from "../test/crash.ts";
import { newDatabase } from "../test/postgres-server.ts";
import { bridge } from "../test/studies.ts";
import { figure } from "./figure.ts";
import { atEachEngine } from "./places.ts";

const kills = Number(process.env["MIZAN_SOAK_KILLS"] ?? 200);
const firstStarts = Number(process.env["MIZAN_SOAK_STARTS"] ?? 30);
/** A fresh store every so often: looking through what a kill left takes as long as the chain is. */
const killsAStore = 25;

/** Another empty place of the same engine. */
async function another(location: StoreLocation & { folder: string }, name: string): Promise<StoreLocation> {
  const folder = join(location.folder, name);
  return "url" in location ? { url: await newDatabase(location.url), folder } : { folder };
}

await atEachEngine(async ({ name, location }) => {
  const started = performance.now();
  let acknowledged = 0;
  const lost: string[] = [];
  let place: StoreLocation = location;
  for (let kill = 0; kill < kills; kill++) {
    if (kill % killsAStore === 0) {
      place = await another(location, `kills-${kill}`);
      const store = await openStore(place);
      await store.load(bridge, { author: "soak" });
      await store.close();
    }
    const wreck = await crash(place, `k${kill}`, (kill * 37) % 200);
    acknowledged += wreck.acknowledged;
    lost.push(...wreck.lost);
  }
  console.log(`${name}, ${kills} kills under 8 writers: ${acknowledged.toLocaleString("en")} writes acknowledged`);
  figure(`${name}, writes lost, doubled or out of their chain`, lost.length, "", 0);
  lost.slice(0, 20).forEach((line) => console.log(`  ${line}`));

  let broken = 0;
  for (let start = 0; start < firstStarts; start++) {
    place = await another(location, `start-${start}`);
    await crashInLoad(place, start * 15);
    const store = await openStore(place);
    const outcome = await store.load(bridge, { author: "soak" });
    const [found] = await store.verify("bridge");
    if (outcome === "different" || found!.faults.length > 0) broken++;
    await store.close();
  }
  figure(
    `${name}, of ${firstStarts} kills during the first start, stores that did not open again whole`,
    broken,
    "",
    0,
  );
  console.log(`${name}, soaked for ${Math.round((performance.now() - started) / 1000)} s`);
  if (lost.length > 0 || broken > 0) process.exitCode = 1;
});
