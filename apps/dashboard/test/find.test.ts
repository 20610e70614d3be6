import { describe, expect, it } from "vitest";
import type { Found, FoundRow } from "../src/lib/server/find.ts";
import { bestMatch, matchable } from "../src/lib/server/rank.ts";
import { violations } from "./violations.ts";
import { open, ready, site } from "./visit.ts";

const under = "/khadimi-kh-2020";

async function found(query: string, more = ""): Promise<Found[]> {
  const response = await fetch(`${site()}${under}/find/content?q=${encodeURIComponent(query)}${more}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Found[];
}
const first = async (query: string, more = ""): Promise<FoundRow> => (await found(query, more))[0]!.rows[0]!;
const hrefOf = ({ to }: FoundRow) => ("href" in to ? to.href : undefined);

describe("the best match", () => {
  const rank = (texts: string[], query: string) => bestMatch(texts.map(matchable), matchable(query));

  it.each([
    ["Green Zone", 0],
    ["Green Zone gate", 1],
    ["The Green Zone", 2],
    ["Zone of green", 2],
    ["Evergreen zones", 3],
  ])("of 'green zone' with %s is %i", (text, expected) => {
    expect(rank([text], "green zone")).toEqual({ rank: expected, text });
  });

  it("is over all spellings, and wants every word in one of them", () => {
    expect(rank(["Popular Mobilisation", "PMU"], "pmu")).toEqual({ rank: 0, text: "PMU" });
    expect(rank(["Popular", "Mobilisation"], "popular mobil")).toEqual({ rank: 4, text: "Popular" });
    expect(rank(["Popular"], "popular front")).toBeUndefined();
  });
});

describe("finding", () => {
  it("knows an actor by an English alias, and says which", async () => {
    const row = await first("Kataib Hizballah");
    expect([hrefOf(row), row.spelling]).toEqual([`${under}/actors/kataib-hezbollah`, "Kata'ib Hizballah"]);
  });

  it.each(["كتائب حزب الله", "كَتائِبُ حِزبِ اللّٰه", "كتـائب حزب"])("knows it by %s", async (name) => {
    expect(hrefOf(await first(name))).toBe(`${under}/actors/kataib-hezbollah`);
  });

  it("puts what is named so before what only names it, and groups it by kind", async () => {
    const groups = await found("credibility");
    expect(groups[0]!.name).toBe("Factors");
    expect(hrefOf(groups[0]!.rows[0]!)).toBe(`${under}/factors/credibility`);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it("knows records by id, pages by name, commands, and a day", async () => {
    expect(hrefOf(await first("al-hashimi-killed"))).toBe(`${under}/events/al-hashimi-killed`);
    expect(hrefOf(await first("change of mind"))).toBe(`${under}/change-of-mind`);
    expect(hrefOf(await first("compare two"))).toBe(`${under}/compare`);
    expect((await first("theme: dark")).to).toEqual({ theme: "dark" });
    expect(hrefOf(await first("2020-06-25"))).toBe(`${under}?asOf=2020-06-25`);
    expect((await found("another day"))[0]!.name).toBe("Commands");
  });

  it("keeps the clocks and what is supposed, and leads to a record's place on its page", async () => {
    const row = await first("rudaw", "&asOf=2020-07-08&if=baseline.credibility.3");
    expect(hrefOf(row)).toBe(`${under}/sources?asOf=2020-07-08&if=baseline.credibility.3#rudaw`);
  });

  it("finds nothing that is not there, and lists pages and commands before anything is asked", async () => {
    expect(await found("nobody-ever-wrote-this")).toEqual([]);
    expect((await found(" ")).map(({ name }) => name)).toEqual(["Pages", "Commands"]);
  });

  it("is a page without scripts", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}?asOf=2020-07-08`);
    await page.locator("header a.find").first().click();
    await page.getByRole("searchbox", { name: "Name, title or id" }).fill("hizballah");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    expect(new URL(page.url()).search).toBe("?asOf=2020-07-08&q=hizballah");
    await page.locator("main").getByRole("link", { name: "Kata'ib Hezbollah" }).first().click();
    expect(page.url()).toBe(`${site()}${under}/actors/kataib-hezbollah?asOf=2020-07-08`);
    await close();
  });

  it("sets the theme without scripts", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/find?q=dark`);
    await page.getByRole("button", { name: "Theme: dark" }).click();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(page.url()).toBe(`${site()}${under}/find?q=dark`);
    await close();
  });

  it("stands in the menu of a phone", async () => {
    const { page, close } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(under);
    await page.locator("header summary").click();
    await page.locator("header details").getByRole("link", { name: "Find" }).click();
    expect(page.url()).toBe(`${site()}${under}/find`);
    await close();
  });
});

describe("the palette", () => {
  /** Waits until keys are listened to. */
  const commands = (page: Awaited<ReturnType<typeof open>>["page"]) =>
    page.locator("header a[aria-haspopup=dialog]").waitFor();

  it("leads by keyboard alone to a record's page", async () => {
    const { page, wrong, close } = await open();
    await page.goto(`${under}?asOf=2020-07-08`);
    await ready(page);
    await commands(page);
    await page.keyboard.press("/");
    const field = page.getByRole("combobox", { name: "Find in this case" });
    await field.waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type("kataib");
    await page.getByRole("option", { name: "Kata'ib Hezbollah" }).first().waitFor();
    const chosen = () => page.locator('[role="option"][aria-selected="true"]');
    expect(await chosen().getAttribute("id")).toBe(await field.getAttribute("aria-activedescendant"));
    expect(await violations(page)).toEqual([]);
    const top = await chosen().getAttribute("id");
    await page.keyboard.press("ArrowDown");
    expect(await chosen().count()).toBe(1);
    expect(await chosen().getAttribute("id")).not.toBe(top);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${under}/actors/kataib-hezbollah?asOf=2020-07-08`);
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(wrong).toEqual([]);
    await close();
  });

  it("takes Enter before the answer is there", async () => {
    const { page, close } = await open();
    await page.goto(under);
    await ready(page);
    await commands(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("al-hashimi-killed");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${under}/events/al-hashimi-killed`);
    await close();
  });

  it("gives the focus back to the button that opened it, and has no code before that", async () => {
    const { page, close } = await open();
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(...(request.resourceType() === "script" ? [request.url()] : [])));
    await page.goto(under);
    await ready(page);
    await commands(page);
    await page.waitForLoadState("networkidle").catch(() => undefined);
    const before = scripts.length;
    const button = page.locator("header .bar > a.find");
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox").waitFor();
    expect(scripts.length).toBeGreaterThan(before);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await button.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(page.url()).toBe(site() + under);
    await close();
  });
});
