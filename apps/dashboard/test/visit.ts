import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject } from "vitest";

/** The dashboard under test. */
export const site = (): string => inject("site");

let browser: Browser | undefined;

/** A fresh window, and everything that goes wrong in it. */
export async function open(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[]; close: () => Promise<void> }> {
  browser ??= await chromium.connect(inject("browser"));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    baseURL: site(),
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left while it still loads gives up its requests.
    if (reason !== "net::ERR_ABORTED") wrong.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  return { page, wrong, close: () => context.close() };
}

/** True once the page answers to the hand: its scripts have taken over. */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForFunction(() => document.documentElement.dataset["ready"] === "true");
}
