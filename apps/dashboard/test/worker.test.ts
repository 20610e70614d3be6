import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { expect, inject, it } from "vitest";
import { answer, type ScenarioAnswer } from "@mizan/model/scenarios";

const built = fileURLToPath(new URL("../../../packages/model/dist", import.meta.url));
const entry = "/analysis/cross-impact/index.js";
const worker = `import { answer } from "${entry}";
onmessage = async ({ data }) => postMessage(await answer(data, { onprogress: (progress) => postMessage({ progress }) }));`;

/** The built model on loopback, with a page and the worker that its documentation shows. */
async function serveModel(): Promise<{ site: string; close: () => void }> {
  const server = createServer(({ url = "/" }, response) => {
    const text = url === "/" ? "<title>Model</title>" : url === "/worker.js" ? worker : undefined;
    response.setHeader("content-type", url === "/" ? "text/html" : "text/javascript");
    if (text !== undefined) response.end(text);
    else createReadStream(built + new URL(url, "http://model").pathname).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { site: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

/** 16 factors of 3 states, impacts from −2 to 2: 43 million configurations. */
function drawnSystem(): { sizes: number[]; matrix: number[][] } {
  let seed = 1;
  const draw = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const states = Array.from({ length: 48 }, (_, i) => i);
  const impact = (i: number, j: number) => (Math.floor(i / 3) === Math.floor(j / 3) ? 0 : Math.floor(draw() * 5) - 2);
  return { sizes: states.slice(0, 16).map(() => 3), matrix: states.map((i) => states.map((j) => impact(i, j))) };
}

it("a browser searches scenarios in a worker, hears how far it is while its page goes on, and ends it at will", async () => {
  const { site, close } = await serveModel();
  const browser = await chromium.connect(inject("browser"));
  const page = await browser.newPage();
  await page.goto(site);
  const system = drawnSystem();
  const found = await page.evaluate(async (system) => {
    const ask = (request: object) => {
      const worker = new Worker("/worker.js", { type: "module" });
      const shares: number[] = [];
      const reply = new Promise<ScenarioAnswer>((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }: MessageEvent<{ progress: { share: number } } | ScenarioAnswer>) => {
          if ("progress" in data) shares.push(data.progress.share);
          else resolve(data);
        };
      });
      worker.postMessage({ ...system, ...request });
      return { worker, shares, reply };
    };
    const search = ask({ ask: "consistent" });
    const consistent = await search.reply;
    const basins = ask({ ask: "basins" });
    let frames = 0;
    while (basins.shares.length < 3) {
      await new Promise(requestAnimationFrame);
      frames++;
    }
    basins.worker.terminate();
    const heard = basins.shares.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return {
      consistent,
      frames,
      rising: basins.shares.every((share, i, all) => i === 0 || share >= all[i - 1]!),
      late: basins.shares.length - heard,
    };
  }, system);
  await browser.close();
  close();
  expect(found.consistent).toEqual(await answer({ ask: "consistent", ...system }));
  expect(found.frames).toBeGreaterThan(0);
  expect(found.rising).toBe(true);
  expect(found.late).toBe(0);
});
