/** Takes pictures of the gallery in both themes and at two widths, and lists what axe finds. Start `pnpm dev` first. */
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "@mizan/chromium";
import { chromium } from "playwright-core";

const [address = "http://127.0.0.1:5199", folder = join(tmpdir(), "mizan-charts")] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { tidy, ...options } = await findChromium();
const browser = await chromium.launch(options);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

for (const theme of ["light", "dark"]) {
  for (const [name, width, query] of [
    ["monitor", 1440, ""],
    ["phone", 390, ""],
    ["slides", 1280, "&slides"],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on("console", (message) => message.type() === "error" && console.log(name, theme, message.text()));
    page.on("pageerror", (error) => console.log(name, theme, String(error)));
    await page.goto(`${address}/?theme=${theme}${query}`, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log(`${name} ${theme}: ${overflow}px wider than the window`);
    await page.screenshot({ path: `${folder}/${name}-${theme}.png`, fullPage: true });
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(async () => {
      const { axe: run } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      return (await run.run()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.length}: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary}`,
      );
    });
    violations.forEach((violation) => console.log(name, theme, violation));
    await page.close();
  }
}
await browser.close();
tidy();
console.log(`pictures in ${folder}`);
