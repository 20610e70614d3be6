import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pages } from "./pages.ts";
import { open, ready } from "./visit.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await (
      window as never as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  describe.each([1440, 390])("at %i", (width) => {
    let window: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      window = await open({ colorScheme, viewport: { width, height: 900 }, hasTouch: width === 390 });
    });
    afterAll(() => window.close());

    it.each(pages)("%s is sound", async (path) => {
      const { page, wrong } = window;
      wrong.length = 0;
      await page.goto(path);
      await ready(page);
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(await page.locator("[data-trace]:not(a)").filter({ hasText: /\d/ }).count()).toBe(0);
      expect(
        await page
          .locator(":lang(ar)")
          .evaluateAll(
            (all) => all.filter((element) => element instanceof HTMLElement && element.tagName !== "BDI").length,
          ),
      ).toBe(0);
      expect(wrong).toEqual([]);
    });
  });
});
