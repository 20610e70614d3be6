import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { startServer, stopServer } from "../test/house.ts";
import { unlimited } from "./engines.ts";
import { figure } from "@mizan/store/bench/figure";
import { writeEvent } from "./writing.ts";

const writes = 200;

/** How often the server waits for the disk while one writer writes: at least once for each write that it acknowledges. */
export async function soakFsyncs(): Promise<void> {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    console.log("SQLite, writes waited for on disk: not counted, strace is not installed");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "mizan-strace-"));
  const log = join(folder, "calls");
  const { site, child } = await startServer(unlimited);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  await writeEvent(site, agent, "warm");
  const tracer = spawn("strace", ["-f", "-e", "trace=fsync,fdatasync", "-o", log, "-p", String(child.pid)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => tracer.once("exit", resolve));
  const attached = await Promise.race([
    new Promise<boolean>((resolve) =>
      tracer.stderr.on("data", (text) => /attached/.test(String(text)) && resolve(true)),
    ),
    ended.then(() => false),
  ]);
  if (attached) {
    let fewest = Infinity;
    let counted = calls(log);
    for (let i = 0; i < writes; i++) {
      await writeEvent(site, agent, `synced-${i}`);
      const now = calls(log);
      fewest = Math.min(fewest, now - counted);
      counted = now;
    }
    figure(`SQLite, waits for the disk at each of ${writes} acknowledged writes, the fewest`, fewest, "", 1, true);
    if (fewest < 1) process.exitCode = 1;
    tracer.kill("SIGINT");
    await ended;
  } else console.log("SQLite, writes waited for on disk: not counted, strace may not attach here");
  agent.destroy();
  await stopServer(child);
  rmSync(folder, { recursive: true, force: true });
}

function calls(log: string): number {
  return (readFileSync(log, "utf8").match(/\b(?:fsync|fdatasync)\(/g) ?? []).length;
}
