import { spawn, type ChildProcess } from "node:child_process";
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
    /** Where the browser waits. */
    browser: string;
  }
}

export const serverFile = fileURLToPath(new URL("../server.ts", import.meta.url));

/** One built dashboard and one browser for all tests. */
export default async function house(project: TestProject): Promise<() => Promise<void>> {
  const cases = mkdtempSync(join(tmpdir(), "mizan-cases-"));
  writeOddCases(cases);
  const { site, child } = await startServer({ MIZAN_CASES: cases });
  const { server, close } = await launchBrowser();
  project.provide("site", site);
  project.provide("browser", server.wsEndpoint());
  return async () => {
    await close();
    child.kill("SIGTERM");
    rmSync(cases, { recursive: true, force: true });
  };
}

/** The dashboard on a free port, once it says that it is ready. */
export async function startServer(env: Record<string, string>): Promise<{ site: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [serverFile], {
    env: { ...process.env, MIZAN_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
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
