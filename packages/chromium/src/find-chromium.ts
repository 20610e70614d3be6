import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const flags = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const systems = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What Playwright needs to launch it, and how to tidy up after it is closed. */
export interface Found {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  tidy: () => void;
}

/** A Chromium to launch, as Playwright takes it: what CHROMIUM_PATH names, else the system's, else npm's. */
export async function findChromium(): Promise<Found> {
  if (process.env["MIZAN_NPM_CHROMIUM"]) return npmChromium();
  const named = process.env["CHROMIUM_PATH"];
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const executablePath = named || systems.find((candidate) => existsSync(candidate));
  return executablePath ? found(executablePath, process.env) : npmChromium();
}

function found(executablePath: string, env: NodeJS.ProcessEnv, tidy = () => {}): Found {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const asRoot = process.getuid?.() === 0;
  return { executablePath, args: asRoot ? [...flags, "--no-sandbox"] : flags, env: Object.fromEntries(set), tidy };
}

/**
 * The browser that comes with npm, unpacked into a folder of its own: its usual one is shared by everybody on the
 * machine. It unpacks the libraries it needs only where it takes the machine for the one it was made for.
 */
async function npmChromium(): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), "mizan-chromium-"));
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const env = { ...process.env, FONTCONFIG_FILE: fontsOf(folder) };
    return found(executablePath, env, () => rmSync(folder, { recursive: true, force: true }));
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
