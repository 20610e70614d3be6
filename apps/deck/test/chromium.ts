import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const args = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A browser: the one CHROMIUM_PATH names, else the system's, else the one that npm brings. */
export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env["CHROMIUM_PATH"] ??
    ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) ??
    (await bundled());
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: asRoot ? [...args, "--no-sandbox"] : args });
}

/** Unpacks the browser of npm into a folder of its own, since its usual one is shared by everyone on the machine. */
async function bundled(): Promise<string> {
  process.env["TMPDIR"] = mkdtempSync(join(tmpdir(), "mizan-chromium-"));
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}
