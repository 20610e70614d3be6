import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { violations } from "./violations.ts";
import { open, ready } from "./visit.ts";

const under = "/khadimi-kh-2020";
const opened = await open();
afterAll(() => opened.close());
const { page } = opened;
const dialogs = () => page.locator("dialog").count();

/** Opens a page, and waits until keys are listened to. */
async function at(path: string): Promise<Page> {
  await page.goto(path);
  await ready(page);
  await page.locator("header a[aria-haspopup=dialog]").waitFor();
  return page;
}

describe("the keys of a case's pages", () => {
  beforeEach(() => at(under));

  it("are listed by ? until Escape, and the focus comes back", async () => {
    const compare = page.getByRole("link", { name: "Compare two days" });
    await compare.focus();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await sheet.waitFor();
    expect(await sheet.locator("dt kbd").allInnerTexts()).toEqual(["/", "Ctrl+K", "L", "[", "]", "?"]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("/");
    expect(await dialogs()).toBe(1);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await compare.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it("do nothing while typing in a field, nor with another key held", async () => {
    await at(`${under}/events`);
    const field = page.getByRole("searchbox", { name: "Text" });
    await field.focus();
    for (const key of ["/", "?", "l", "[", "]", "Control+k"]) await page.keyboard.press(key);
    expect(await field.inputValue()).toBe("/?l[]");
    await field.blur();
    for (const key of ["Alt+l", "Control+Shift+l", "Alt+/"]) await page.keyboard.press(key);
    expect([await dialogs(), new URL(page.url()).pathname]).toEqual([0, `${under}/events`]);
  });

  it("find by Ctrl+K and by Cmd+K", async () => {
    for (const key of ["Control+k", "Meta+k"]) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name: "Find" }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
    }
  });

  it("go to the day of the event before and after, and keep the page", async () => {
    await at(`${under}/factors?asOf=2020-06-26`);
    await page.keyboard.press("]");
    await page.waitForURL((url) => url.search !== "?asOf=2020-06-26");
    const next = new URL(page.url());
    expect(next.pathname).toBe(`${under}/factors`);
    expect(next.searchParams.get("asOf")! > "2020-06-26").toBe(true);
    await page.getByText("Fri 26 Jun 2020").waitFor({ state: "detached" });
    await page.keyboard.press("[");
    await page.waitForURL((url) => url.search === "?asOf=2020-06-26");
  });

  it("log an event by L, and keep the clocks", async () => {
    await at(`${under}?asOf=2020-06-26`);
    await page.keyboard.press("l");
    await page.waitForURL(`**${under}/events/new?asOf=2020-06-26`);
  });
});
