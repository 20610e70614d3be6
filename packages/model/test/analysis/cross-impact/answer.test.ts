import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import {
  answer,
  consistentConfigurations,
  finish,
  run,
  seeded,
  type ScenarioAnswer,
  type Task,
} from "../../../src/analysis/cross-impact/index.ts";
import { somewhereland, somewherelandFile } from "./published.ts";

const sizes = somewhereland.sizes;
const matrix = somewherelandFile.matrixRowsSource_colsTarget;

describe("an answer to another thread", () => {
  it("is the search, or the basins, or what is wrong with the request", async () => {
    expect(await answer({ ask: "consistent", sizes, matrix })).toEqual({
      consistent: consistentConfigurations(somewhereland),
    });
    expect(await answer({ ask: "basins", sizes, matrix })).toMatchObject({ basins: { starts: 486, exact: true } });
    expect(await answer({ ask: "basins", sizes, matrix, options: { mostBasins: 2 } })).toMatchObject({
      basins: { cut: "basins", basins: { length: 2 } },
    });
    expect(await answer({ ask: "basins", sizes: [1], matrix })).toEqual({
      problems: ["sizes[0]: expected 2 to 9 states: 1"],
    });
    expect(await answer({ ask: "consistent", sizes, matrix, options: { slack: -1 } })).toEqual({
      problems: ["slack: expected a number from 0 up: -1"],
    });
  });

  it("comes from a worker, its request and itself plain data", async () => {
    const entry = new URL("../../../src/analysis/cross-impact/index.ts", import.meta.url).href;
    const code = `const { parentPort } = require("node:worker_threads");
      parentPort.once("message", async (data) => parentPort.postMessage(await (await import(${JSON.stringify(entry)})).answer(data)));`;
    const worker = new Worker(code, { eval: true, execArgv: ["--conditions=x-source"] });
    const reply = await new Promise<ScenarioAnswer>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.postMessage({ ask: "consistent", sizes, matrix, options: { forced: new Map([[0, 2]]) } });
    });
    await worker.terminate();
    expect(reply).toEqual({ consistent: consistentConfigurations(somewhereland, { forced: new Map([[0, 2]]) }) });
  });
});

describe("a task", () => {
  function* counting(upTo: number): Task<number> {
    for (let count = 0; count < upTo; count++) yield { count, share: count / upTo };
    return upTo;
  }

  it("gives the same result in one go and in slices that report progress", async () => {
    const shares: number[] = [];
    expect(finish(counting(5))).toBe(5);
    expect(await run(counting(5), { sliceMs: 0, onprogress: ({ share }) => shares.push(share) })).toBe(5);
    expect(shares).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it("is cancelled between two slices, with the signal's reason, and does no more", async () => {
    const controller = new AbortController();
    const task = counting(1000);
    const cancelled = run(task, {
      sliceMs: 0,
      signal: controller.signal,
      onprogress: ({ count }) => count === 3 && controller.abort(new Error("enough")),
    });
    await expect(cancelled).rejects.toThrow("enough");
    expect(task.next().value).toMatchObject({ count: 4 });
    await expect(run(counting(5), { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow("no");
  });
});

describe("seeded numbers", () => {
  it("are the same for the same seed, others for another, and even from 0 up to 1", () => {
    const draw = (seed: number) => Array.from({ length: 20_000 }, seeded(seed));
    const drawn = draw(1);
    expect(draw(1)).toEqual(drawn);
    expect(draw(2)).not.toEqual(drawn);
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.reduce((sum, value) => sum + value, 0) / 20_000).toBeCloseTo(0.5, 2);
  });
});
