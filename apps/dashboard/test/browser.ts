import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium, type BrowserServer } from "playwright-core";

const flags = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const systems = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A Chromium to launch, what it needs around it, and how to tidy up after it. */
interface Found {
  executablePath: string;
  env: NodeJS.ProcessEnv;
  tidy: () => void;
}

/** Launches the browser that CHROMIUM_PATH names, else the system's, else npm's. MIZAN_NPM_CHROMIUM asks for npm's. */
export async function launchBrowser(): Promise<{ server: BrowserServer; close: () => Promise<void> }> {
  const { executablePath, env, tidy } = await foundBrowser();
  const args = process.getuid?.() === 0 ? [...flags, "--no-sandbox"] : flags;
  const server = await chromium.launchServer({ executablePath, args, env: env as Record<string, string> });
  return {
    server,
    close: async () => {
      await server.close();
      tidy();
    },
  };
}

async function foundBrowser(): Promise<Found> {
  if (process.env["MIZAN_NPM_CHROMIUM"]) return npmBrowser();
  const path = process.env["CHROMIUM_PATH"] || systems.find((candidate) => existsSync(candidate));
  return path ? { executablePath: path, env: process.env, tidy: () => {} } : npmBrowser();
}

/**
 * The browser that comes with npm, unpacked into a folder of its own: its usual one is shared by everybody on the
 * machine. It unpacks the libraries it needs only where it takes the machine for the one it was made for.
 */
async function npmBrowser(): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), "mizan-chromium-"));
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const env = { ...process.env, FONTCONFIG_FILE: fontsOf(folder) };
    return { executablePath, env, tidy: () => rmSync(folder, { recursive: true, force: true }) };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Its own settings name a folder that everybody shares; without a font to fall back on it stops at the first form. */
function fontsOf(folder: string): string {
  const file = join(folder, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}
