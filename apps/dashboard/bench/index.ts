import { gzipSync } from "node:zlib";
import { startServer } from "../test/house.ts";
import { benchFollowers } from "./followers.ts";
import { benchWriters } from "./writers.ts";

const bareKb = 33;
/** For the overview, and for every other page. */
const goalsKb = { overview: 90, other: 140 };
const paths = ["", "/events", "/events/new", "/events/al-hashimi-killed", "/actors", "/factors/credibility"].concat([
  "/scenarios",
  "/indicators",
  "/parliament",
  "/change-of-mind",
  "/compare",
  "/stakeholders",
  "/history",
  "/find",
]);

/** All JavaScript that a page asks for on its first load: its entry scripts and everything they import. */
async function firstLoad(site: string, path: string): Promise<number> {
  const html = await (await fetch(site + path)).text();
  const waiting = new Set(
    [...html.matchAll(/"((?:\/|\.\/)_app\/[^"]+\.js)"|href="([^"]+\.js)"/g)].map(
      ([, a, b]) => new URL((a ?? b)!, site + path).href,
    ),
  );
  let bytes = 0;
  for (const address of waiting) {
    const script = await (await fetch(address)).text();
    bytes += gzipSync(script, { level: 9 }).length;
    for (const [, next] of script.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
      waiting.add(new URL(next!, address).href);
  }
  return bytes;
}

const { site, child } = await startServer({});
const kb = (bytes: number) => (bytes / 1000).toFixed(1);
for (const path of paths) {
  const size = await firstLoad(site, `/khadimi-kh-2020${path}`);
  const goal = path === "" ? goalsKb.overview : goalsKb.other;
  console.log(
    `JavaScript on first load, gzip: ${kb(size)} kB ${path || "overview"} (goal ${goal} kB, ratio ${(size / 1000 / goal).toFixed(2)})`,
  );
}
console.log(`a bare page of the framework is ${bareKb} kB`);
child.kill("SIGTERM");

await benchFollowers();
await benchWriters();
