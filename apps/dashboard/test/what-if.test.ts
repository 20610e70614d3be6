import { join } from "node:path";
import { bundledCases, loadCase } from "@mizan/cases";
import { balanceAt, dayOf, inLanguage, type Case } from "@mizan/model";
import { indexFlips, indexLevers, knockOuts, supposing, suppositionKey, suppositionOf } from "@mizan/model/sensitivity";
import { figureText } from "@mizan/model/words";
import { beforeAll, describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";

const under = "/khadimi-kh-2020";
const asOf = dayOf("2020-07-08");
let study: Case;
beforeAll(async () => {
  ({ study } = await loadCase(join(bundledCases, "khadimi-kh-2020")));
});

const at = `asOf=2020-07-08`;
const supposed = (...lines: string[]) =>
  balanceAt(
    supposing(
      study,
      lines.map((line) => suppositionOf(line)!),
    ),
    { asOf },
  ).index!.index;
const pointsOf = (index: number) => figureText(index, "points");

describe("what is supposed", () => {
  it("stands in the address, is marked on what it touches, and is never written", async () => {
    const { page, wrong, close } = await open();
    const head = async () =>
      ((await (await fetch(`${site()}/api/cases/khadimi-kh-2020`)).json()) as { ledger: object }).ledger;
    const before = await head();
    await page.goto(`${under}/factors/credibility?${at}`);
    await ready(page);
    const slider = page.getByRole("slider", { name: "Credibility of enforcement: baseline" });
    await slider.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    const line = "baseline.credibility.3";
    await page.waitForURL((url) => url.searchParams.get("if") === line);
    await page.getByText("as coded").first().waitFor();
    expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByRole("link", { name: "Overview" }).click();
    await page.waitForURL((url) => url.pathname === under);
    expect(new URL(page.url()).searchParams.getAll("if")).toEqual([line]);
    const index = page.locator('.figure[data-trace="index"]');
    expect(await index.innerText()).toContain(pointsOf(supposed(line)));
    expect(await index.getAttribute("title")).toBe(`what-if; as coded ${pointsOf(supposed())}`);
    expect(await page.locator('.supposed[data-trace="level/credibility"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.supposed[data-trace="level/economy"]').count()).toBe(0);
    await page.getByRole("link", { name: "As coded", exact: true }).click();
    await page.waitForURL((url) => !url.searchParams.has("if"));
    expect(await page.locator(".supposed").count()).toBe(0);
    expect(await head()).toEqual(before);
    expect(wrong).toEqual([]);
    await close();
  });

  it("follows the thumb before it rests", async () => {
    const { page, close } = await open();
    await page.goto(`${under}/factors/coercion?${at}`);
    await ready(page);
    const slider = page.getByRole("slider", { name: "Coercive control: weight" });
    await slider.evaluate((input: HTMLInputElement) => {
      input.value = "2";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const index = pointsOf(supposed("weight.coercion.2"));
    await page.locator("form", { has: slider }).getByText(`index ${index}`).waitFor();
    expect(page.url()).not.toContain("if=");
    await close();
  });

  it("is asked for without scripts too", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/factors/credibility?${at}`);
    const form = page.locator("form", {
      has: page.getByRole("slider", { name: "Credibility of enforcement: weight" }),
    });
    await form.getByRole("slider").press("ArrowRight");
    await form.getByRole("button", { name: "Try it" }).click();
    expect(new URL(page.url()).search).toBe(`?${at}&if=weight.credibility.1`);
    expect(await page.getByRole("complementary", { name: "What is supposed" }).innerText()).toContain("doubled");
    await close();
  });

  it("moves a list of the chamber to the other side, and counts the vote anew", async () => {
    const { page, wrong, close } = await open();
    await page.goto(`${under}/parliament?${at}`);
    await ready(page);
    const short = page.locator('.figure[data-trace="motion/short"]');
    const before = Number(/\d+/.exec(await short.innerText())![0]);
    const { id, seats } = study.chamber.find(({ stance }) => stance === "undecided")!;
    const name = inLanguage(study.chamber.find((list) => list.id === id)!.name);
    await page.getByRole("link", { name: `Suppose ${name} for` }).click();
    await page.waitForURL((url) => url.searchParams.get("if") === `stance.${id}.1`);
    expect(Number(/\d+/.exec(await short.innerText())![0])).toBe(before - seats);
    expect(await short.getAttribute("title")).toBe(`what-if; as coded ${before}`);
    await page.getByRole("link", { name: `Suppose ${name} against` }).click();
    await page.waitForURL((url) => url.searchParams.get("if") === `stance.${id}.-1`);
    await page.getByRole("link", { name: `Suppose ${name} undecided` }).click();
    await page.waitForURL((url) => !url.searchParams.has("if"));
    expect(wrong).toEqual([]);
    await close();
  });

  it.each([
    ["if=nonsense&if=weight.coercion.1&if=size.coercion.1", ["if: nonsense", "if: size.coercion.1"]],
    ["if=weight.nobody.1", ["no factor with a scale: nobody"]],
    ["if=baseline.credibility.999", ["expected a whole number of notches from -", "999"]],
  ])("is refused where it cannot be: %s", async (query, says) => {
    const response = await fetch(`${site()}${under}?${query}`);
    expect(response.status).toBe(400);
    const html = await response.text();
    for (const one of says) expect(html).toContain(one);
  });
});

describe("what would change our mind", () => {
  it("is what the pure functions find, and can be tried", async () => {
    const balance = balanceAt(study, { asOf });
    const turning = indexFlips(balance, indexLevers(balance)!).filter(({ notches }) => notches !== undefined);
    const { page, wrong, close } = await open();
    await page.goto(`${under}/change-of-mind?${at}`);
    await ready(page);
    expect(await page.locator("h1").innerText()).toBe(
      `Each of ${turning.length} judgements would turn the index alone`,
    );
    const first = page
      .getByRole("region", { name: "What alone would turn its sign" })
      .or(page.locator("section", { hasText: "What alone would turn its sign" }))
      .first();
    expect(await first.locator("tbody tr").count()).toBe(turning.length);
    const { coding, notches } = turning[0]!;
    const line = suppositionKey({ coding, notches: notches! });
    await first
      .getByRole("link", { name: /^try it/ })
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.get("if") === line);
    const bar = page.getByRole("complementary", { name: "What is supposed" });
    expect(await bar.innerText()).toContain(`Index ${pointsOf(supposed(line))}, as coded ${pointsOf(supposed())}`);
    expect(Math.sign(supposed(line))).toBe(-Math.sign(supposed()));
    await bar.getByRole("link", { name: /^Take back/ }).click();
    await page.waitForURL((url) => !url.searchParams.has("if"));
    expect(wrong).toEqual([]);
    await close();
  });

  it("says of each source where the index would stand without it", async () => {
    const html = (await (await fetch(`${site()}${under}/sources?${at}`)).text()).replace(/<!--.*?-->/g, "");
    const outlets = knockOuts(study, { asOf }).filter(({ kind }) => kind === "outlet");
    expect(outlets.length).toBeGreaterThan(3);
    for (const { id, index } of outlets)
      expect(html).toMatch(new RegExp(`data-trace="without/outlet/${id}"[^>]*>\\s*${pointsOf(index!.index)}`));
  });
});
