import type { RunOptions } from "@mizan/model/scenarios";

/** Runs long work so that it says how far it is after a second, and stops at Ctrl-C; undefined where it was stopped. */
export async function watched<Result>(
  work: (how: (what: string) => RunOptions) => Promise<Result>,
): Promise<Result | undefined> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  const start = performance.now();
  let told = start + 900;
  const tell = (text: string) => process.stderr.write(`\r\u001B[K${text}`);
  process.once("SIGINT", interrupt);
  try {
    return await work((what) => ({
      signal: stop.signal,
      onprogress({ share }) {
        const now = performance.now();
        if (!process.stderr.isTTY || now - told < 100) return;
        told = now;
        tell(`${what}: ${Math.floor(100 * share)}% after ${Math.round((now - start) / 1000)} s`);
      },
    }));
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.exitCode = 130;
    return undefined;
  } finally {
    process.off("SIGINT", interrupt);
    if (told > start + 900) tell("");
    if (stop.signal.aborted) process.stderr.write("stopped before the end; nothing is printed\n");
  }
}
