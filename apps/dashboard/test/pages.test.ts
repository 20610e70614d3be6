import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { pages } from "./pages.ts";
import { sideways, violations } from "./violations.ts";
import { open, ready } from "./visit.ts";

/** Whatever is wrong with an open page and the tables of its drawings, a line each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.locator("figure details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
  const wide = await sideways(page);
  const unlinked = await page.locator("[data-trace]:not(a)").filter({ hasText: /\d/ }).count();
  const unisolated = await page
    .locator(":lang(ar)")
    .evaluateAll((all) => all.filter((element) => element instanceof HTMLElement && element.tagName !== "BDI").length);
  return [
    ...(await violations(page)),
    ...(wide === 0 ? [] : [`scrolls sideways by ${wide}`]),
    ...(unlinked === 0 ? [] : [`${unlinked} figures open no trace`]),
    ...(unisolated === 0 ? [] : [`${unisolated} Arabic texts are not isolated`]),
  ];
}

describe("a page of every kind is sound", { timeout: 180_000 }, () => {
  it.concurrent.each([
    ["light", 1440],
    ["light", 390],
    ["dark", 1440],
    ["dark", 390],
  ] as const)("in %s at %i", async (colorScheme, width) => {
    const { page, wrong, close } = await open({
      colorScheme,
      viewport: { width, height: 900 },
      hasTouch: width === 390,
    });
    const faults: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      await ready(page);
      faults.push(...[...(await faultsOf(page)), ...wrong.splice(0)].map((fault) => `${path}: ${fault}`));
    }
    await close();
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });
});
