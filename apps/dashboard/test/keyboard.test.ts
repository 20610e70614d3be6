import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open, ready } from "./visit.ts";

describe("with the keyboard alone", () => {
  let window: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    window = await open();
  });
  afterAll(() => window.close());

  const focused = () =>
    window.page.evaluate(() => document.activeElement?.getAttribute("data-trace") ?? document.activeElement?.id ?? "");

  it("the first stop skips to the page", async () => {
    const { page } = window;
    await page.goto("/khadimi-kh-2020");
    await ready(page);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("main");
  });

  it("a figure opens its trace, keeps the focus in it, and has it back after Escape", async () => {
    const { page } = window;
    await page.locator('main a[data-trace="index"]').first().focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog");
    await dialog.waitFor();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || !!document.activeElement?.closest("dialog"),
        ),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focused()).toBe("index");
    expect(page.url()).not.toContain("trace=");
  });

  it("a row opens a further trace, and the way back stands above it", async () => {
    const { page } = window;
    await page.goto("/khadimi-kh-2020?trace=index");
    await ready(page);
    await page.locator('dialog a:text-is("Credibility of enforcement")').first().press("Enter");
    await page.waitForURL(/trace=index&trace=level\/credibility/);
    expect(await page.locator("dialog nav li").allInnerTexts()).toEqual([
      "Index of the balance",
      "Credibility of enforcement",
    ]);
    await page.locator("dialog nav a").first().press("Enter");
    await page.waitForURL(/trace=index$/);
  });

  it("a number of a drawing's table opens the same way, leads on to its own day, and has the focus back", async () => {
    const { page } = window;
    await page.goto("/khadimi-kh-2020");
    await ready(page);
    const history = page.locator(".history details");
    await history.locator("summary").press("Enter");
    const cell = history.locator('a[data-trace="index-on/2020-06-26"]').first();
    const reads = await cell.innerText();
    await cell.press("Enter");
    const dialog = page.locator("dialog");
    expect(await dialog.locator('a[data-trace="index-on/2020-06-26"]').first().innerText()).toBe(reads);
    await dialog.locator('a:text-is("Credibility of enforcement")').first().press("Enter");
    await page.waitForURL(/trace=index-on\/2020-06-26&trace=level-on\/credibility\/2020-06-26/);
    await dialog.locator("nav a").first().press("Enter");
    await page.waitForURL(/trace=index-on\/2020-06-26$/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focused()).toBe("index-on/2020-06-26");
    expect(await cell.isVisible()).toBe(true);
  });

  it("the focus comes back to the very figure that was opened, and to a table that was closed", async () => {
    const { page } = window;
    const inTable = () => page.evaluate(() => document.activeElement?.closest("details") !== null);
    const dialog = page.locator("dialog");
    const moved = page.locator("main details", { has: page.locator('a[data-trace="index"]') });
    await moved.locator("summary").press("Enter");
    await moved.locator('a[data-trace="index"]').press("Enter");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect([await focused(), await inTable()]).toEqual(["index", true]);
    await page.goto("/khadimi-kh-2020?trace=index-on/2020-06-27");
    await ready(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect([await focused(), await inTable()]).toEqual(["index-on/2020-06-27", true]);
  });

  it("another day is asked for and shown", async () => {
    const { page } = window;
    await page.goto("/khadimi-kh-2020");
    await ready(page);
    await page.locator("#clock summary").press("Enter");
    await page.locator('#clock input[name="asOf"]').fill("2020-06-25");
    await page.locator('#clock input[name="asOf"]').press("Enter");
    await page.waitForURL(/asOf=2020-06-25/);
    expect(await page.locator("#clock time").first().innerText()).toBe("Thu 25 Jun 2020");
    await page.locator('#clock a[aria-label="Day of the next event"]').press("Enter");
    await page.waitForURL(/asOf=2020-06-26/);
    expect(window.wrong).toEqual([]);
  });
});
