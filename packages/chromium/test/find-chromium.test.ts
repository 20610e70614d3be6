import { tmpdir } from "node:os";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findChromium } from "../src/find-chromium.ts";

afterEach(() => vi.unstubAllEnvs());

describe("findChromium", { timeout: 120_000 }, () => {
  it.each(["", "1"])("finds one that draws a page with a form (npm's asked for: %j)", async (npm) => {
    vi.stubEnv("MIZAN_NPM_CHROMIUM", npm);
    const { tidy, ...options } = await findChromium();
    const browser = await chromium.launch(options);
    const page = await browser.newPage();
    await page.setContent("<form><select><option>drawn</select></form>");
    expect(await page.locator("select").inputValue()).toBe("drawn");
    await browser.close();
    tidy();
    // Only what was unpacked goes again.
    expect(existsSync(options.executablePath)).toBe(!options.executablePath.startsWith(tmpdir()));
  });

  it("takes the one that CHROMIUM_PATH names, and says so where there is none", async () => {
    vi.stubEnv("CHROMIUM_PATH", process.execPath);
    expect((await findChromium()).executablePath).toBe(process.execPath);
    vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
    await expect(findChromium()).rejects.toThrow("CHROMIUM_PATH names no file: /nowhere/chromium");
  });

  it("leaves the environment as it was", async () => {
    vi.stubEnv("MIZAN_NPM_CHROMIUM", "1");
    const before = { ...process.env };
    (await findChromium()).tidy();
    expect(process.env).toEqual(before);
  });
});
