import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { launchBrowser } from "./browser.ts";
import { writeOddCases } from "./odd-cases.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built dashboard answers. */
    site: string;
    /** The folder its ledger is kept in. */
    data: string;
    /** Where the browser waits. */
    browser: string;
  }
}

export const serverFile = fileURLToPath(new URL("../server.ts", import.meta.url));

/** One built dashboard and one browser for all tests. */
export default async function house(project: TestProject): Promise<() => Promise<void>> {
  const cases = mkdtempSync(join(tmpdir(), "mizan-cases-"));
  writeOddCases(cases);
  const data = mkdtempSync(join(tmpdir(), "mizan-data-"));
  const { site, child } = await startServer({ MIZAN_CASES: cases, MIZAN_DATA: data });
  const { server, close } = await launchBrowser();
  project.provide("site", site);
  project.provide("data", data);
  project.provide("browser", server.wsEndpoint());
  return async () => {
    await close();
    await stopServer(child);
    for (const folder of [cases, data]) rmSync(folder, { recursive: true, force: true });
  };
}

/** The dashboard on a free port, with a ledger of its own unless one is given, once it says that it is ready. */
export async function startServer(env: Record<string, string>): Promise<{ site: string; child: ChildProcess }> {
  const data = mkdtempSync(join(tmpdir(), "mizan-data-"));
  const child = spawn(process.execPath, [serverFile], {
    env: { ...process.env, MIZAN_PORT: "0", MIZAN_DATA: data, MIZAN_AUTHOR: "analyst", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.once("exit", () => rmSync(data, { recursive: true, force: true }));
  const site = await new Promise<string>((resolve, reject) => {
    let said = "";
    const hear = (text: Buffer) => {
      said += text;
      const ready = /Mizan is ready: (\S+)/.exec(said);
      if (ready) resolve(ready[1]!);
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.on("exit", () => reject(new Error(said)));
  });
  return { site, child };
}

/** Tells a server to stop, and waits until it is gone. */
export async function stopServer(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  const left = once(child, "exit");
  child.kill(signal);
  await left;
}
