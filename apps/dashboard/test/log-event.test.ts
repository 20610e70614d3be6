import type { Page } from "playwright-core";
import { balanceAt, dayOf, type Case } from "@mizan/model";
import { destination } from "@mizan/model/outlook";
import { figureText } from "@mizan/model/words";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askCase } from "./ask.ts";
import { startServer, stopServer } from "./house.ts";
import { sideways, violations } from "./violations.ts";
import { open as openAt, ready } from "./visit.ts";
import { amend, logEvent } from "./write.ts";

const under = "/khadimi-kh-2020";

// A dashboard of its own: what is logged here moves every figure of the case.
let own: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  own = await startServer({});
});
afterAll(() => stopServer(own.child));
const site = () => own.site;
const open = (options: Parameters<typeof openAt>[0] = {}) => openAt({ ...options, baseURL: site() });

const at = "asOf=2020-07-08";
const asOf = dayOf("2020-07-08");

const record = async (id: string) => (await askCase(site(), `records/events/${id}`)).json;
const entriesOf = async (id: string) =>
  (await askCase(site(), `history?kind=events&record=${id}`)).json.entries as Record<string, unknown>[];

/** The case as the ledger has it now. */
async function study(): Promise<Case> {
  const kinds = ["sources", "actors", "ties", "events", "factors", "impacts", "options", "outcomes"];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const { json } = await askCase(site(), `records/${kind}?limit=1000`);
      return [kind, json.records.map(({ record: body }: { record: object }) => body)];
    }),
  );
  const { json: frame } = await askCase(site(), "records/case/khadimi-kh-2020");
  const others = { judgements: [], indicators: [], stakeholders: [], chamber: [], alerts: [] };
  return { case: frame, ...others, ...Object.fromEntries(lists) } as Case;
}

/** Goes on with Tab to a field of the form, counting the keys pressed. */
async function tabTo(page: Page, name: string): Promise<number> {
  for (let keys = 1; keys < 60; keys++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute("name") === wanted, name)) return keys;
  }
  throw new Error(`no field ${name} within 60 keys`);
}

/** An event in the fields of the form. */
const rockets = {
  "title.en": "Rockets on the airport",
  when: "2020-07-07",
  kind: "assault",
  "initiators.0": "كتائب حزب الله",
  "targets.0": "united states",
  "citations.0.source": "rudaw",
  "citations.0.published": "2020-07-07",
  "citations.0.grade": "B2",
  "effects.0.factor": "coercion",
  "effects.0.shift": "-2",
  "effects.0.confidence": "high",
  "effects.0.rationale": "The capital is not held.",
};

async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [field, value] of Object.entries(values)) {
    const control = page.locator(`[id="field-${field}"]`);
    if (await control.evaluate((element) => element.tagName === "SELECT")) await control.selectOption(value);
    else await control.fill(value);
  }
}

describe("an event is logged", () => {
  it("with the keyboard alone, and its preview is what the pure functions come to", async () => {
    const { page, wrong, close } = await open();
    await page.goto(`${under}?${at}`);
    await ready(page);
    let keys = 1;
    await page.keyboard.press("l");
    await page.waitForURL((url) => url.pathname === `${under}/events/new`);
    await page.locator("form [name='title.en']").waitFor();
    await page.locator("#main").focus();
    const write = async (field: string, text: string) => {
      keys += await tabTo(page, field);
      await page.keyboard.type(text);
    };
    await write("title.en", "Rockets on the Green Zone");
    await write("when", "2020-07-07");
    expect(await page.locator("#field-when-hint").innerText()).toBe("7 July 2020");
    await write("kind", "assault");
    await write("initiators.0", "kataib hezbollah");
    await write("targets.0", "united states");
    await write("citations.0.source", "Rudaw");
    await write("citations.0.published", "2020-07-07");
    await write("citations.0.grade", "B2");
    await write("effects.0.factor", "Coercive");
    await write("effects.0.shift", "");
    for (let i = 0; i < 5; i++, keys++) await page.keyboard.press("ArrowDown");
    await write("effects.0.confidence", "high");
    await write("effects.0.rationale", "The capital is not held.");
    const before = await page.locator('[role=status] a[data-trace="index"]').innerText();
    await page.locator('[aria-busy="false"] [data-preview="index"]').waitFor();
    const foreseen = await page.locator('[data-preview="index"]').innerText();
    await page.keyboard.press("Control+Enter");
    keys += 1;
    await page.waitForURL((url) => url.searchParams.has("logged"));
    const id = "rockets-on-the-green-zone-2020-07-07";
    expect(new URL(page.url()).pathname).toBe(`${under}/events/${id}`);
    expect(new URL(page.url()).searchParams.get("asOf")).toBe("2020-07-08");
    await page.getByText("Logged.").waitFor();
    expect(await record(id)).toMatchObject({
      initiators: ["kataib-hezbollah"],
      targets: ["united-states"],
      effects: [{ factor: "coercion", shift: -2 }],
      known: new Date().toISOString().slice(0, 10),
    });
    const now = balanceAt(await study(), { asOf });
    expect(foreseen).toBe(figureText(now.index!.index, "points"));
    expect(foreseen).not.toBe(before);
    expect(destination(now)).toBeDefined();
    expect(keys).toBeLessThan(70);
    expect(wrong).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL((url) => url.pathname === `${under}/events`);
    expect(await entriesOf(id)).toMatchObject([
      { action: "add", author: "analyst" },
      { action: "retract", reason: "undone" },
    ]);
    await close();
  });

  it("without scripts, with its preview on demand", async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/events/new?${at}`);
    expect(await page.locator("[name$='.factor']").count()).toBe(3);
    expect(await page.locator("[name$='.source']").count()).toBe(3);
    await fill(page, { ...rockets, "title.en": "Rockets without scripts" });
    await page.getByRole("button", { name: "What would it change?" }).click();
    const foreseen = await page.locator('[data-preview="index"]').innerText();
    expect(await page.locator("[name='title.en']").inputValue()).toBe("Rockets without scripts");
    await page.getByRole("button", { name: "Log event" }).click();
    expect(new URL(page.url()).pathname).toBe(`${under}/events/rockets-without-scripts-2020-07-07`);
    expect(foreseen).toBe(figureText(balanceAt(await study(), { asOf }).index!.index, "points"));
    await page.getByRole("button", { name: "Undo" }).click();
    expect(new URL(page.url()).pathname).toBe(`${under}/events`);
    await close();
  });

  it("under an id that no other event has", async () => {
    expect((await logEvent(site(), "rockets-twice-2020-07-07")).status).toBe(201);
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.goto(`${under}/events/new?${at}`);
    await fill(page, { ...rockets, "title.en": "Rockets twice", id: "rockets-twice-2020-07-07" });
    await page.getByRole("button", { name: "Log event" }).click();
    expect(await page.locator('[id="field-id-problem"]').innerText()).toContain("another event has this id");
    await fill(page, { id: "" });
    await page.getByRole("button", { name: "Log event" }).click();
    expect(new URL(page.url()).pathname).toBe(`${under}/events/rockets-twice-2020-07-07-2`);
    await page.getByRole("button", { name: "Undo" }).click();
    await close();
  });
});

describe("an event that is none yet", () => {
  it.each([true, false])("says everything that is wrong at once, each at its field (scripts: %s)", async (scripts) => {
    const { page, close } = await open({ javaScriptEnabled: scripts });
    await page.goto(`${under}/events/new?${at}`);
    if (scripts) await ready(page);
    await fill(page, {
      "title.ar": "صواريخ",
      when: "2020-13",
      "initiators.0": "kataeb hezbolah",
      "citations.0.source": "rudaw",
      "effects.0.factor": "coercion",
      "effects.0.rationale": "The capital is not held.",
    });
    await page.getByRole("button", { name: "Log event" }).click();
    await page.getByRole("alert").first().waitFor();
    const problems = page.locator("[id^='field-'][id$='-problem']");
    const found = await problems.evaluateAll((all) => all.map(({ id }) => id.replace(/^field-|-problem$/g, "")));
    expect(found.toSorted()).toEqual(
      [
        "title.en",
        "when",
        "kind",
        "initiators.0",
        "citations.0.published",
        "citations.0.grade",
        "effects.0.shift",
        "effects.0.confidence",
      ].toSorted(),
    );
    expect(await page.locator('[id="field-initiators.0-problem"]').innerText()).toContain(
      "unknown actor: kataeb hezbolah (did you mean Kata'ib Hezbollah?)",
    );
    expect(await page.getByRole("alert").first().locator("a").count()).toBe(found.length);
    expect(await page.locator("[name='title.ar']").inputValue()).toBe("صواريخ");
    expect(await page.locator("[name='when']").inputValue()).toBe("2020-13");
    expect(await page.locator("[name='effects.0.factor']").inputValue()).toBe("coercion");
    if (scripts) expect(await violations(page)).toEqual([]);
    await close();
  });

  it("is judged beside the case while a part of it does not fit", async () => {
    const { page, close } = await open();
    await page.goto(`${under}/events/new?${at}`);
    await ready(page);
    await page.getByRole("button", { name: "Add an effect" }).click();
    await fill(page, {
      "title.en": "Twice the same",
      when: "2020-07",
      "effects.0.factor": "coercion",
      "effects.1.factor": "coercion",
    });
    await page.keyboard.press("Control+Enter");
    const alert = page.getByRole("alert").first();
    await alert.waitFor();
    expect(await alert.innerText()).toContain("this event shifts the factor already");
    expect(await alert.innerText()).toContain("no citation");
    await page.getByRole("button", { name: /^Take out an effect \(2\)/ }).click();
    await expect.poll(() => alert.innerText()).not.toContain("already");
    await close();
  });

  it("is kept as a draft, offered again, and forgotten once it is logged", async () => {
    const { page, close } = await open();
    await page.goto(`${under}/events/new?${at}`);
    await ready(page);
    await fill(page, { ...rockets, "title.en": "Rockets kept" });
    await page.goto(`${under}/events/new?${at}`);
    await ready(page);
    expect(await page.locator("[name='title.en']").inputValue()).toBe("");
    await page.getByRole("button", { name: "Take it up" }).click();
    expect(await page.locator("[name='title.en']").inputValue()).toBe("Rockets kept");
    expect(await page.locator("[name='effects.0.rationale']").inputValue()).toBe(rockets["effects.0.rationale"]);
    await page.getByRole("button", { name: "Log event" }).click();
    await page.waitForURL((url) => url.searchParams.has("logged"));
    await page.goto(`${under}/events/new?${at}`);
    await ready(page);
    expect(await page.getByRole("button", { name: "Take it up" }).count()).toBe(0);
    await page.goto(`${under}/events/rockets-kept-2020-07-07?${at}`);
    await ready(page);
    await page.locator("summary", { hasText: "Retract" }).click();
    await page.getByLabel("Why it is retracted").fill("It was an exercise.");
    await page.getByRole("button", { name: "Retract the event" }).click();
    await page.getByText("Retracted: rockets-kept-2020-07-07").waitFor();
    expect((await entriesOf("rockets-kept-2020-07-07")).at(-1)).toMatchObject({
      action: "retract",
      reason: "It was an exercise.",
    });
    await close();
  });

  it("fits a phone, whatever stands in it", async () => {
    const { page, close } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.goto(`${under}?${at}`);
    await ready(page);
    await page.locator("summary", { hasText: "Menu" }).click();
    await page.getByRole("link", { name: "Log event" }).click();
    await page.waitForURL((url) => url.pathname === `${under}/events/new`);
    await fill(page, { ...rockets, "title.en": "x".repeat(400) });
    await page.getByRole("button", { name: "Log event" }).scrollIntoViewIfNeeded();
    expect(await sideways(page)).toBe(0);
    await close();
  });
});

describe("an event that stands", () => {
  it("is amended in the same form, and keeps what the form does not ask for", async () => {
    await logEvent(site(), "amended-by-hand", { cameo: "190", known: "2020-07-07", title: { en: "A", fr: "B" } });
    const { page, wrong, close } = await open();
    await page.goto(`${under}/events/amended-by-hand?${at}`);
    await ready(page);
    await page.getByRole("link", { name: "Amend" }).click();
    await page.waitForURL(/amend/);
    await fill(page, { "title.en": "Amended", "effects.0.shift": "-3" });
    await page.locator('[aria-busy="false"] [data-preview="index"]').waitFor();
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => url.pathname === `${under}/events/amended-by-hand`);
    expect(await record("amended-by-hand")).toMatchObject({
      title: { en: "Amended", fr: "B" },
      cameo: "190",
      known: "2020-07-07",
      initiators: ["kataib-hezbollah"],
      effects: [{ factor: "coercion", shift: -3, confidence: "high" }],
    });
    expect(wrong).toEqual([]);
    await close();
  });

  it.each([true, false])(
    "shows what differs when it was amended meanwhile, and loses neither (scripts: %s)",
    async (scripts) => {
      const id = `amended-twice-${scripts}`;
      await logEvent(site(), id);
      const { page, close } = await open({ javaScriptEnabled: scripts });
      await page.goto(`${under}/events/${id}/amend?${at}`);
      if (scripts) await ready(page);
      await amend(site(), "events", id, { note: "Another's note.", summary: "Another's summary." });
      await fill(page, { summary: "My summary.", "title.en": "My title" });
      await page.getByRole("button", { name: "Amend" }).click();
      const field = (name: string) => page.locator("fieldset", { has: page.locator(`legend:text-is("${name}")`) });
      await field("summary").waitFor();
      expect(await field("summary").innerText()).toMatch(/You read none[^]*Another's summary\.[^]*My summary\./);
      expect(await record(id)).toMatchObject({ summary: "Another's summary." });
      expect(await field("note").getByRole("radio", { checked: true }).getAttribute("value")).toBe("stands");
      expect(await field("title").getByRole("radio", { checked: true }).getAttribute("value")).toBe("submitted");
      expect(await field("summary").getByRole("radio", { checked: true }).count()).toBe(0);
      await field("summary")
        .getByLabel(/Write what you submit/)
        .check();
      await page.getByRole("button", { name: "Amend" }).click();
      await page.waitForURL((url) => url.pathname === `${under}/events/${id}`);
      expect(await record(id)).toMatchObject({
        title: { en: "My title" },
        summary: "My summary.",
        note: "Another's note.",
      });
      await close();
    },
  );

  it("is not retracted without a reason, nor when it was amended meanwhile", async () => {
    await logEvent(site(), "still-standing");
    const send = (reason: string, version: string) =>
      fetch(`${site()}${under}/events/still-standing?/retract`, {
        method: "POST",
        headers: { origin: site(), accept: "text/html" },
        body: new URLSearchParams({ reason, version }),
      });
    const version = (await fetch(`${site()}/api/cases/khadimi-kh-2020/records/events/still-standing`)).headers
      .get("etag")!
      .replaceAll('"', "");
    expect(await (await send(" ", version)).text()).toContain("Say why it is retracted");
    await amend(site(), "events", "still-standing", { note: "Amended." });
    expect(await (await send("It was wrong.", version)).text()).toContain("Somebody has amended this event meanwhile");
    expect(await record("still-standing")).toMatchObject({ note: "Amended." });
  });
});
