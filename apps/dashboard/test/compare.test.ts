import { join } from "node:path";
import { bundledCases, loadCase } from "@mizan/cases";
import { dayOf, inLanguage } from "@mizan/model";
import { momentDiff } from "@mizan/model/diff";
import { figureText } from "@mizan/model/words";
import { describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";
import { amend } from "./write.ts";

const under = "/khadimi-kh-2020";
const moved = (html: string, key: string) =>
  new RegExp(`data-trace="${key}"[^>]*>(?:<span[^>]*>[^<]*</span>)?(?:<!--.*?-->)*([−+\\d]+)`).exec(html)?.[1];

describe("a comparison of two days", () => {
  it("holds what the pure functions find, and parts that add up to the whole", async () => {
    const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));
    const moment = (asOf: string, knownAt: string) => ({
      study,
      clocks: { asOf: dayOf(asOf), knownAt: dayOf(knownAt) },
    });
    const diff = momentDiff(moment("2020-05-20", "2020-06-01"), moment("2020-07-08", "2020-07-31"));
    const html = await (
      await fetch(`${site()}${under}/compare?from=2020-05-20&knownFrom=2020-06-01&asOf=2020-07-08&knownAt=2020-07-31`)
    ).text();
    const { before, after } = diff.index!;
    expect(moved(html, "then/index")).toBe(figureText(before.index, "points"));
    expect(moved(html, "index")).toBe(figureText(after.index, "points"));
    expect(moved(html, "between/index")).toBe(figureText(after.index - before.index, "points"));
    expect(diff.added.length).toBeGreaterThan(5);
    for (const id of diff.added) {
      const points = diff.records.find(({ record }) => record === id)?.points;
      if (points !== undefined) expect(moved(html, `between/event/${id}`)).toBe(figureText(points, "points"));
      expect(html).toContain(inLanguage(study.events.find((event) => event.id === id)!.title).slice(0, 12));
    }
    const sum = diff.records.reduce((total, { points }) => total + points!, 0);
    expect(sum).toBeCloseTo(after.index - before.index, 9);
  });

  it("is reached from any page, and its figures open both moments", async () => {
    const { page, wrong, close } = await open();
    await page.goto(`${under}/factors?asOf=2020-07-08`);
    await ready(page);
    await page.getByRole("link", { name: "Compare two days" }).click();
    await page.waitForURL(
      (url) => url.pathname === `${under}/compare` && url.searchParams.get("asOf") === "2020-07-08",
    );
    await page.getByLabel("From", { exact: true }).fill("2020-06-20");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL((url) => url.searchParams.get("from") === "2020-06-20");
    await page.locator('[data-trace="between/event/al-hashimi-killed"]').click();
    const panel = page.getByRole("dialog");
    await panel.getByText("Its part of how far the index moved").waitFor();
    await page.keyboard.press("Escape");
    await page.locator('[data-trace="then/index"]').click();
    await panel.getByText("Where the balance stands on 20 June 2020").waitFor();
    await panel.locator('[data-trace="then/level/economy"], a[href*="trace=then/level/economy"]').first().click();
    await panel.getByText("Level on 20 June 2020").waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  it("tells what was written of a record, field by field", async () => {
    expect((await amend(site(), "actors", "badr", { note: "Seen again in a comparison." })).status).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    const html = await (
      await fetch(`${site()}${under}/compare?from=2020-07-08&knownFrom=2020-07-31&knownAt=${today}`)
    ).text();
    expect(html).toContain("Seen again in a comparison.");
    expect(html).toContain("What else was written");
  });

  it("refuses a day that is none", async () => {
    const response = await fetch(`${site()}${under}/compare?from=2020-02-30`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("from is not a date such as 2020-07-08: 2020-02-30");
  });
});
