import { join } from "node:path";
import { bundledCases, loadCase } from "@mizan/cases";
import { balanceAt, inLanguage, lastDay, type Balance } from "@mizan/model";
import { coursesOf, destination, outlooks } from "@mizan/model/outlook";
import { consistentConfigurations, givenOf, presentConfiguration, systemOf } from "@mizan/model/scenarios";
import { supposing, suppositionOf } from "@mizan/model/sensitivity";
import { figureText } from "@mizan/model/words";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";

const path = "/khadimi-kh-2020/scenarios";
const cell = "posture-ease-off-credibility/impunity";
const read = async (address: string): Promise<string> => (await fetch(site() + address)).text();

let balance: Balance;
let window: Awaited<ReturnType<typeof open>>;
let page: Page;
beforeAll(async () => {
  const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));
  balance = balanceAt(study, { asOf: lastDay(study, 0) });
  window = await open();
  page = window.page;
});
afterAll(() => window.close());

describe("courses of action side by side", () => {
  it("settle, and come out in the draws, as the model has it", async () => {
    await page.goto(path);
    await ready(page);
    const { study } = balance;
    const courses = coursesOf(study);
    const drawn = outlooks(balance, courses)!;
    const columns = page.locator("article:has(> header h2)");
    expect(await columns.count()).toBe(courses.length);
    for (const [i, option] of courses.entries()) {
      const { end } = destination(balance, option)!;
      const shown = await columns.nth(i).locator(".way bdi").allInnerTexts();
      expect(shown).toEqual(study.factors.map(({ states }, at) => inLanguage(states[end[0]![at]!]!.name)));
      const shares = await columns.nth(i).locator("[data-trace]").allInnerTexts();
      expect(shares).toEqual(
        [...drawn[i]!.outcomes, drawn[i]!.unsettled].map(({ share }) => figureText(share, "share")),
      );
    }
  });

  it("are named in the claim, each once", async () => {
    const claim = await page.locator("h1").innerText();
    for (const { name } of balance.study.options) expect(claim.split(inLanguage(name))).toHaveLength(2);
    expect(claim).toContain("settle");
  });
});

describe("the scenarios", () => {
  it("are the consistent ones, after where the case is, with their scores", async () => {
    const { study, states } = balance;
    const present = presentConfiguration(study, states);
    const { consistent } = consistentConfigurations(systemOf(study).system, givenOf(study, present));
    const table = page.getByRole("region", { name: "Consistent scenarios" });
    const scores = await table.locator('[data-trace^="scenario/"]').allInnerTexts();
    expect(scores.slice(1)).toEqual(
      consistent
        .map(({ score }) => score)
        .toSorted((a, b) => b - a)
        .map((score) => figureText(score, "count")),
    );
    expect(await table.locator("tbody tr").first().innerText()).toContain(
      "not consistent: Economy is pulled to Stagnant",
    );
    expect(await table.getByText("only under Ease off").count()).toBe(1);
  });
});

describe("a cell of the matrix", () => {
  it("opens beside it with its citation, keeps the clocks, and closes", async () => {
    await page.goto(`${path}?asOf=2020-07-07`);
    await ready(page);
    await page.locator(`a[href*="cell=${cell}"]`).press("Enter");
    await page.waitForURL(/cell=/);
    const card = page.locator("#cell");
    await card.getByText("Opened cell").waitFor();
    expect(await card.innerText()).toContain("+3");
    expect(await card.innerText()).toMatch(/B2[\s\S]*¶7/);
    expect(new URL(page.url()).searchParams.get("asOf")).toBe("2020-07-07");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-current"))).toBe("true");
    await card.getByText("Close the cell").press("Enter");
    await card.getByText("No cell is open").waitFor();
    expect(page.url()).not.toContain("cell=");
  });

  it("is one stop of the keyboard, and the arrow keys lead on", async () => {
    await page.goto(`${path}?cell=${cell}`);
    await ready(page);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(await page.locator('svg a[tabindex="0"]').count()).toBe(1);
    await page.locator('svg a[tabindex="0"]').focus();
    expect(await focused()).toBe("Posture: Ease off on Credibility: Impunity, +3");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Posture: Ease off on Credibility: In doubt, 0");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("Posture: Balance on Credibility: In doubt, +1");
    await page.keyboard.press("Enter");
    await page.getByText("Enough strength is shown for both audiences").first().waitFor();
    expect(window.wrong).toEqual([]);
  });

  it("is supposed otherwise from where it is open, and the shares that change say so", async () => {
    await page.goto(`${path}?cell=posture-balance-credibility/impunity`);
    await ready(page);
    await page.locator("#cell").getByText("1 point up").press("Enter");
    await page.waitForURL(/if=cell\.posture\.balance\.credibility\.impunity\.1/);
    const { study } = balance;
    const supposed = balanceAt(supposing(study, [suppositionOf("cell.posture.balance.credibility.impunity.1")!]), {
      asOf: balance.asOf,
    });
    const [left] = outlooks(supposed, [undefined])!;
    const impunity = left!.outcomes.find(({ outcome }) => outcome === "impunity")!.share;
    const figure = page.locator('article [data-trace="outlook/impunity"]');
    await expect.poll(() => figure.innerText()).toContain(figureText(impunity, "share"));
    expect(await figure.getAttribute("class")).toContain("supposed");
    expect(await page.locator('article [data-trace="outlook/impunity/push"]').getAttribute("class")).not.toContain(
      "supposed",
    );
  });

  it("that there is none of is said to be none", async () => {
    expect(await read(`${path}?cell=nothing/here`)).toContain("The matrix has no cell “nothing/here”");
  });
});

describe("without scripts", () => {
  it("everything is there, and a cell opens through its address", async () => {
    const bare = await open({ javaScriptEnabled: false });
    await bare.page.goto(path);
    await bare.page.locator(`a[href*="cell=${cell}"]`).click();
    expect(await bare.page.locator("#cell").innerText()).toMatch(/\+3[\s\S]*¶7/);
    expect(await bare.page.locator("#cell").evaluate((card) => card.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    expect(await bare.page.locator("article:has(> header h2)").count()).toBe(4);
    await bare.close();
  });
});

describe("what cannot be followed", () => {
  it.each([
    ["/factorless/scenarios", "This case has no scenarios: it has no factors"],
    ["/somewhereland/scenarios", "nothing says which state Government, Foreign policy, Economy and 3 others are in"],
    ["/weightless/scenarios", "No course of action is recorded"],
    ["/weightless/scenarios", "No impact is coded"],
    [`${path}?asOf=2020-05-20`, "No course of action had been written by this day"],
  ])("%s says why", async (address, words) => {
    expect(await read(address)).toContain(words);
  });

  it("a case of many factors is still answered, within its own region", async () => {
    const wide = await open({ viewport: { width: 390, height: 900 } });
    await wide.page.goto("/many-factors/scenarios");
    await ready(wide.page);
    expect(await wide.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await wide.page.locator("article:has(> header h2)").count()).toBe(2);
    expect(wide.wrong).toEqual([]);
    await wide.close();
  });
});
