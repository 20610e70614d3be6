import { run, type RunOptions } from "../task.ts";
import { basinTask, type BasinOptions, type Basins } from "./basin.ts";
import { consistentTask, type ConsistentOptions, type ConsistentSearch } from "./consistent.ts";
import { crossImpactSystem, MatrixError } from "./system.ts";

/** What is asked about a matrix, as plain data that can be posted to a worker. */
export type ScenarioRequest = { sizes: readonly number[]; matrix: readonly (readonly number[])[] } & (
  { ask: "consistent"; options?: ConsistentOptions } | { ask: "basins"; options?: BasinOptions }
);

/** The answer, as plain data; problems where the request cannot be answered as it stands. */
export type ScenarioAnswer = { consistent: ConsistentSearch } | { basins: Basins } | { problems: readonly string[] };

/**
 * Answers a request from another thread. A module worker needs no more than
 * `onmessage = async ({ data }) => postMessage(await answer(data, { onprogress: postMessage }))`; to cancel, end the worker.
 * A bound that was hit is told in the answer's `cut`. Rejects only with the reason of a signal that cancels it: what is
 * wrong with the request is answered. Weimer-Jehle (2006).
 */
export async function answer(request: ScenarioRequest, options: RunOptions = {}): Promise<ScenarioAnswer> {
  try {
    const system = crossImpactSystem(request.sizes, request.matrix);
    return request.ask === "consistent"
      ? { consistent: await run(consistentTask(system, request.options), options) }
      : { basins: await run(basinTask(system, request.options), options) };
  } catch (error) {
    if (error instanceof MatrixError) return { problems: error.problems };
    if (error instanceof RangeError) return { problems: [error.message] };
    throw error;
  }
}
