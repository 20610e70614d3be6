import { join } from "node:path";
import { bundledCases, loadCase } from "@mizan/cases";
import { dayOf } from "@mizan/model";
import { indicatorStatuses } from "@mizan/model/indicators";
import { describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";

const under = "/khadimi-kh-2020";
const records = `/api/cases/khadimi-kh-2020/records/alerts`;

const raise = (id: string, changed: object = {}) =>
  fetch(site() + records, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      id,
      raised: new Date().toISOString(),
      asOf: "2020-07-08",
      indicator: "cts-does-not-act",
      before: "counting",
      after: "fired",
      events: [],
      ...changed,
    }),
  });
const standing = async (id: string) =>
  (await (await fetch(`${site()}${records}/${id}`)).json()) as Record<string, string>;

describe("indicators", () => {
  it("stand on their page and on the overview as the pure functions read them, fired ones first", async () => {
    const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));
    const statuses = indicatorStatuses(study, dayOf("2020-07-08"));
    const fired = statuses.filter(({ state }) => state === "fired");
    expect(fired.length).toBeGreaterThan(0);
    const { page, wrong, close } = await open();
    await page.goto(`${under}/indicators?asOf=2020-07-08&knownAt=2020-07-31`);
    expect(await page.locator("h1").innerText()).toContain(`${fired.length} of ${statuses.length} indicators`);
    for (const { indicator, state } of statuses)
      expect(await page.locator(`li#${indicator} .status`).innerText()).toContain(state);
    for (const { indicator, records: events } of fired)
      for (const id of events) expect(await page.locator(`li#${indicator} a[href*="/events/${id}"]`).count()).toBe(1);
    await page.goto(`${under}?asOf=2020-07-08&knownAt=2020-07-31`);
    await page.getByRole("heading", { name: `${fired.length} indicator` }).waitFor();
    expect(wrong).toEqual([]);
    await close();
  });
});

describe("an alert", () => {
  it("is taken note of, also without scripts, and who did is in the ledger", async () => {
    expect((await raise("seen-by-hand")).status).toBe(201);
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/indicators`);
    const item = page.locator("#alert-seen-by-hand");
    await item.getByRole("button", { name: /^Take note/ }).click();
    expect(await item.innerText()).toContain("Noted");
    expect((await standing("seen-by-hand"))["acknowledged"]).toMatch(/^\d{4}-/);
    const history = await fetch(`${site()}/api/cases/khadimi-kh-2020/history?kind=alerts&record=seen-by-hand`);
    expect(((await history.json()) as { entries: object[] }).entries).toMatchObject([
      { action: "add" },
      { action: "amend", author: "analyst" },
    ]);
    await close();
  });

  it("is put off until a day", async () => {
    expect((await raise("put-off")).status).toBe(201);
    const { page, close } = await open();
    await page.goto(`${under}/indicators`);
    await ready(page);
    const item = page.locator("#alert-put-off");
    await item.getByRole("combobox").selectOption("30");
    await item.getByRole("button", { name: /^Put off/ }).click();
    await item.getByText("Put off until").waitFor();
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect((await standing("put-off"))["snoozedUntil"]).toBe(until);
    await close();
  });

  it("that somebody answered meanwhile is not answered twice", async () => {
    expect((await raise("answered-twice")).status).toBe(201);
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/indicators`);
    const { headers } = await fetch(`${site()}${records}/answered-twice`);
    await fetch(`${site()}${records}/answered-twice`, {
      method: "PATCH",
      headers: { "content-type": "application/merge-patch+json", "if-match": headers.get("etag")! },
      body: JSON.stringify({ snoozedUntil: "2031-01-01" }),
    });
    const item = page.locator("#alert-answered-twice");
    await item.getByRole("button", { name: /^Take note/ }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Somebody has answered this alert meanwhile");
    expect(await standing("answered-twice")).not.toHaveProperty("acknowledged");
    await close();
  });
});
