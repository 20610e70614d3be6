import { describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";

const read = async (path: string): Promise<string> => (await fetch(site() + path)).text();
const eventsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/href="\/khadimi-kh-2020\/events\/([a-z0-9-]+)/g)].map(([, id]) => id!));

describe("the events", () => {
  it("are those the address asks for", async () => {
    const all = eventsOf(await read("/khadimi-kh-2020/events"));
    const assaults = eventsOf(await read("/khadimi-kh-2020/events?kind=assault"));
    expect(assaults.size).toBeGreaterThan(0);
    expect(assaults.size).toBeLessThan(all.size);
    expect(assaults).toContain("al-hashimi-killed");
  });

  it("are found by an Arabic name without its marks", async () => {
    expect(eventsOf(await read(`/khadimi-kh-2020/events?text=${encodeURIComponent("الهاشمي")}`))).toContain(
      "al-hashimi-killed",
    );
  });

  it.each([
    ["actor=pmo", "pmo", "pmu"],
    ["actor=zzzzzzzzzz", "zzzzzzzzzz", ""],
    ["grade=ZZ", "ZZ", ""],
    ["kind=assualt", "assualt", "assault"],
    ["factor=credibilty", "credibilty", "credibility"],
  ])("refuse %s by name", async (query, value, meant) => {
    const response = await fetch(`${site()}/khadimi-kh-2020/events?${query}`);
    const html = (await response.text()).replaceAll("&quot;", '"');
    expect(response.status).toBe(400);
    expect(html).toContain(`There is no ${query.split("=")[0]} "${value}"`);
    expect(html).toContain("All cases");
    if (meant) expect(html).toContain(`Did you mean "${meant}"?`);
  });

  it("say so when none fits", async () => {
    expect(await read("/khadimi-kh-2020/events?kind=assault&grade=A1")).toContain("No event fits all of these");
  });

  it("are filtered without scripts, and the address holds the choice", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto("/khadimi-kh-2020/events?asOf=2020-07-07");
    await page.locator('select[name="factor"]').selectOption("credibility");
    await page.locator('input[name="text"]').fill("raid");
    await page.locator("form[aria-label=Events] button").click();
    const search = new URL(page.url()).searchParams;
    expect([search.get("factor"), search.get("text"), search.get("asOf")]).toEqual([
      "credibility",
      "raid",
      "2020-07-07",
    ]);
    await close();
  });
});

describe("the actors", () => {
  it.each(["hizballah", "حزب الله", "PRIME minister"])("are found by %s", async (text) => {
    const html = await read(`/khadimi-kh-2020/actors?text=${encodeURIComponent(text)}`);
    expect(html).toMatch(/\d+ of 21 actors/);
    expect(html).not.toContain("0 of 21");
  });
});

describe("without scripts", () => {
  it("a figure still opens its trace and Close leads back", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto("/khadimi-kh-2020");
    await page.locator('main a[data-trace="index"]').first().click();
    expect(await page.locator("dialog h3").allInnerTexts()).toEqual(["Arithmetic", "Record", "Source"]);
    await page.locator("dialog [data-close]").click();
    expect(page.url()).toBe(`${site()}/khadimi-kh-2020`);
    await close();
  });

  it("the theme is kept", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto("/somewhereland?asOf=2026-01-01");
    await page.locator('button[value="dark"]').click();
    expect(page.url()).toContain("/somewhereland?asOf=2026-01-01");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await close();
  });

  it("the menu opens on a phone", async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto("/khadimi-kh-2020");
    await page.locator("header summary").click();
    expect(await page.locator("header details nav a").first().isVisible()).toBe(true);
    await close();
  });
});

describe("a day on the rail", () => {
  it("changes the page in place", async () => {
    const { page, wrong, close } = await open();
    await page.goto("/khadimi-kh-2020");
    await ready(page);
    await page.locator('.rail a[aria-label^="16 May 2020"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/asOf=2020-05-16/);
    expect(await page.locator("#clock time").first().innerText()).toBe("Sat 16 May 2020");
    expect(wrong).toEqual([]);
    await close();
  });
});
