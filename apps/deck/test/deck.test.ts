import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { balanceAt, dayOf } from "@mizan/model";
import { traceOf } from "@mizan/model/words";
import { findChromium } from "@mizan/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Content } from "../src/content.ts";
import { builtPage, contentOf } from "./contents.ts";
import { crowded } from "./crowded.ts";
import { cutSilently } from "./cut-silently.ts";
import { misplaced } from "./misplaced.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "mizan-deck-"));
const iraq = await contentOf("khadimi-kh-2020");
const somewhereland = await contentOf("somewhereland");

let browser: Browser;
let tidied: () => void;
beforeAll(async () => {
  const { tidy, ...options } = await findChromium();
  tidied = tidy;
  browser = await chromium.launch(options);
});
afterAll(async () => {
  await browser.close();
  tidied();
});

async function opened(name: string, content: Content | undefined, size: { width: number; height: number }, query = "") {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, builtPage(content));
  const page = await browser.newPage({ viewport: size });
  const troubles: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on(
    "request",
    (request) =>
      request.url().startsWith(pathToFileURL(file).href) ||
      request.url().startsWith("data:") ||
      troubles.push(request.url()),
  );
  await page.goto(`${pathToFileURL(file).href}${query}`);
  if (content) await page.locator(".reveal.ready, .reading").waitFor({ state: "attached" });
  await page.evaluate(() => document.fonts.ready);
  return { page, troubles };
}

const ids = (page: Page) => page.locator(".slides > section").evaluateAll((slides) => slides.map(({ id }) => id));

async function eachSlide(page: Page, look: (id: string) => Promise<void>) {
  for (const id of await ids(page)) {
    await page.locator(`#${id}.present:not([inert])`).waitFor();
    await look(id);
    await page.keyboard.press("ArrowRight");
  }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof import("axe-core") };
    const { violations: found } = await tool.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const wide = { width: 1280, height: 720 };

describe.each([
  ["khadimi-kh-2020", iraq],
  ["somewhereland", somewhereland],
])("the deck of %s", (name, content) => {
  test.each([
    [wide, "light"],
    [wide, "dark"],
    [{ width: 1920, height: 1080 }, "light"],
    [{ width: 1920, height: 1080 }, "dark"],
  ])("keeps every slide within its page, loads nothing and passes axe at %o, %s", async (size, theme) => {
    const { page, troubles } = await opened(name, content, size, `?theme=${theme}`);
    const found: string[] = [];
    await eachSlide(page, async (id) => {
      found.push(
        ...[...(await page.evaluate(misplaced, id)), ...(await violations(page))].map((problem) => `${id}: ${problem}`),
      );
    });
    expect([...found, ...troubles]).toEqual([]);
    await page.close();
  });

  test("draws no figure whose trace leads nowhere", async () => {
    const { page } = await opened(name, content, wide);
    const keys = await page
      .locator("[data-trace]")
      .evaluateAll((figures) => figures.map((figure) => figure.getAttribute("data-trace")!));
    const balance = balanceAt(content.study, { asOf: dayOf(content.asOf) });
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !traceOf(balance, key))).toEqual([]);
    await page.close();
  });

  test("is a page to read down at 390 px, without sideways scrolling", async () => {
    const { page, troubles } = await opened(name, content, { width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
    await expect(page.locator(".slides > section").last().isVisible()).resolves.toBe(true);
    expect(troubles).toEqual([]);
    await page.close();
  });
});

test("a page of a single row stands larger, in the middle of its slide", async () => {
  const { page, troubles } = await opened("sparse", somewhereland, wide);
  for (let turn = (await ids(page)).length; turn > 1; turn--) await page.keyboard.press("ArrowRight");
  await page.locator("#sources.present:not([inert])").waitFor();
  const row = page.locator("#sources tbody tr");
  expect(await row.count()).toBe(1);
  const { y, height } = (await row.boundingBox())!;
  expect(y + height / 2).toBeGreaterThan(0.35 * wide.height);
  expect(y + height / 2).toBeLessThan(0.65 * wide.height);
  expect(await row.locator("th").evaluate((cell) => getComputedStyle(cell).fontSize)).toBe("28px");
  expect([...(await page.evaluate(misplaced, "sources")), ...troubles]).toEqual([]);
  await page.close();
});

test("a case too large for its slides runs over more of them, none overfull, none cut without a tooltip", async () => {
  const { page, troubles } = await opened("crowded", crowded(), wide);
  const found: string[] = [];
  await eachSlide(page, async (id) => {
    const problems = [...(await page.evaluate(misplaced, id)), ...(await page.evaluate(cutSilently, id))];
    found.push(...problems.map((problem) => `${id}: ${problem}`));
  });
  expect([...found, ...troubles]).toEqual([]);
  await page.close();
});

test.each(["2019-12-01", "2020-02-01", "2020-02-02", "2020-05-05", "2020-06-27", "2022-06-01"])(
  "the talk stands at any day: %s",
  async (asOf) => {
    const { page, troubles } = await opened("as-of", { ...iraq, asOf }, wide);
    const found: string[] = [];
    await eachSlide(page, async (id) => {
      found.push(...(await page.evaluate(misplaced, id)).map((problem) => `${id}: ${problem}`));
    });
    expect([...found, ...troubles]).toEqual([]);
    await page.close();
  },
);

test("the talk has at least 12 slides, is turned by the keyboard, and says which slide it shows", async () => {
  const { page } = await opened("iraq", iraq, wide);
  const all = await ids(page);
  expect(all.length).toBeGreaterThanOrEqual(12);
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(new RegExp(`#/${all[1]}$`));
  await expect
    .poll(() => page.locator(".aria-status").textContent(), { timeout: 10_000 })
    .toContain(`slide 2 of ${all.length}`);
  expect(await page.locator(".slides > section:not([inert])").count()).toBe(1);
  expect(await page.locator("[role=application]").count()).toBe(0);
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(new RegExp(`#/${all[0]}$`));
  await page.keyboard.press("End");
  await page.waitForURL(new RegExp(`#/${all.at(-1)}$`));
  await page.close();
});

test("a print has one light page a slide", async () => {
  const { page } = await opened("print", iraq, wide, "?print-pdf");
  await page.locator(".pdf-page").first().waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(await page.locator(".pdf-page").count());
  expect(await page.locator(".pdf-page").count()).toBe(await page.locator(".slides section").count());
  expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--paper"))).toBe("#fafafa");
  await page.close();
});

test("the speaker's window shows the citations of the slide", async () => {
  const { page } = await opened("speaker", iraq, wide, "#/precedent");
  const [speaker] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("s")]);
  await expect
    .poll(() => speaker.locator("body").textContent(), { timeout: 20_000 })
    .toMatch(/Al Jazeera, 26 June 2020, ¶1, [A-F][1-6], read through/);
  await speaker.close();
  await page.close();
});

test("an empty page says in one sentence that no case is in it", async () => {
  const { page, troubles } = await opened("empty", undefined, wide);
  await expect
    .poll(() => page.locator("h1").textContent(), { timeout: 10_000 })
    .toContain("No case is in this briefing");
  expect(troubles).toEqual([]);
  await page.close();
});

test("the file has one element for the case, and loads nothing", () => {
  const page = builtPage();
  expect(page.match(/<script type="application\/json" id="case"><\/script>/g)).toHaveLength(1);
  expect(page.match(/<script\b/g)).toHaveLength(2);
  const withoutCode = page.replace(/<script[^]*?<\/script>/g, "");
  expect(withoutCode).not.toMatch(/<(?:link|img|iframe)\b[^>]*\b(?:src|href)=/);
  expect(withoutCode).not.toMatch(/url\((?!["']?data:)/);
});

test("runs under a policy of nonces, without eval", async () => {
  const nonce = "bWl6YW4";
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; font-src data:; img-src data:`;
  const html = builtPage(iraq).replace(/<(script|style)\b/g, `<$1 nonce="${nonce}"`);
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.route("http://deck.test/", (route) =>
    route.fulfill({ body: html, contentType: "text/html", headers: { "content-security-policy": policy } }),
  );
  await page.goto("http://deck.test/");
  await page.locator(".reveal.ready").waitFor();
  expect(troubles).toEqual([]);
  await page.close();
});
