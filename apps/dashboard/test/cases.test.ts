import { describe, expect, it } from "vitest";
import { hostileNames } from "./odd-cases.ts";
import { sideways } from "./violations.ts";
import { open, ready, site } from "./visit.ts";

const read = async (path: string) => {
  const response = await fetch(site() + path);
  return { status: response.status, html: await response.text() };
};

describe("a case without a scale", () => {
  it("says on its overview that it has no index, and what would give it one", async () => {
    const { html } = await read("/somewhereland");
    expect(html).toContain("This case has no index");
    expect(html).toContain("A scale on one factor is enough");
    expect(html).not.toContain('data-trace="index"');
  });

  it("says so on the cases page and among its factors", async () => {
    expect((await read("/")).html).toContain("no index");
    expect((await read("/somewhereland/factors")).html).toContain("there is no index");
  });

  it("has no page for what it does not hold", async () => {
    expect((await read("/somewhereland/parliament")).status).toBe(404);
    expect((await read("/somewhereland")).html).not.toContain('href="/somewhereland/events"');
  });
});

describe("what does not exist", () => {
  it.each([
    ["/atlantis", "There is no case &quot;atlantis&quot;."],
    ["/atlantis/events", "There is no case &quot;atlantis&quot;."],
    ["/khadimi-kh-2020/events/nothing", "There is no event &quot;nothing&quot;."],
    ["/khadimi-kh-2020/actors/nobody", "There is no actor &quot;nobody&quot;."],
    ["/khadimi-kh-2020/factors/nothing", "There is no factor &quot;nothing&quot;."],
    ["/khadimi-kh-2020/nowhere", "There is no such page."],
  ])("%s is said not to", async (path, words) => {
    const { status, html } = await read(path);
    expect(status).toBe(404);
    expect(html.replaceAll('"', "&quot;")).toContain(words);
  });
});

describe("a broken case", () => {
  it("is listed with every problem and does not break the others", async () => {
    const { status, html } = await read("/");
    expect(status).toBe(200);
    expect(html).toContain("broken does not fit the model");
    expect(html).toContain("case.yaml:5");
    expect(html).toContain("newspapre");
    expect(html).toContain("Khadimi");
  });

  it("answers its own page with every problem", async () => {
    const { status, html } = await read("/broken/events");
    expect(status).toBe(500);
    expect(html).toContain("newspapre");
    expect(html).toContain("2020-13");
  });
});

describe("a case whose factors have no weight", () => {
  it("says that, and not that they have no scale", async () => {
    for (const path of ["/weightless", "/weightless/factors"]) {
      const { html } = await read(path);
      expect(html).toContain("its factors have scales, but none has a weight");
    }
  });
});

describe("a folder not named by its case's id", () => {
  it("serves the case under the folder's name and says so", async () => {
    expect((await read("/renamed")).status).toBe(200);
    expect((await read("/named-otherwise")).status).toBe(404);
    expect((await read("/")).html.replaceAll("&quot;", '"')).toContain(
      'The folder is named "renamed", its case.yaml says "named-otherwise": it is served as "renamed".',
    );
  });
});

describe("a case of centuries", () => {
  it("sends a thinned history", async () => {
    for (const path of ["/centuries", "/centuries/factors/thing"]) {
      const { status, html } = await read(path);
      expect(status).toBe(200);
      expect(html.length).toBeLessThan(1_000_000);
      expect(html).toMatch(/Of \d+ days it shows \d+/);
    }
  });
});

describe("what cannot be briefed", () => {
  it.each([
    ["/nope/briefing", 404, "There is no case"],
    ["/khadimi-kh-2020/briefing?asOf=2020-99-01", 400, "2020-99-01"],
    ["/broken/briefing", 500, "newspapre"],
  ])("%s answers a page that says why", async (path, status, words) => {
    const response = await fetch(site() + path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("text/html");
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toContain("All cases");
  });
});

describe("nothing scrolls sideways", () => {
  const kinds = [
    "",
    "/events",
    "/events/happening",
    "/actors",
    "/actors/one",
    "/factors",
    "/factors/thing",
    "/judgements",
    "/sources",
    "/method",
  ];
  const cases: [number, string, readonly string[]][] = [
    [1280, "an unbroken name", ["/", ...kinds.map((path) => `/unbroken${path}`), "/unbroken?trace=index"]],
    [390, "an unbroken name", ["/", ...kinds.map((path) => `/unbroken${path}`), "/unbroken?trace=index"]],
    [390, "a last month's name", kinds.map((path) => `/month-end${path}`)],
    [
      390,
      "a day far off",
      ["?asOf=2019-01-01", "?asOf=2020-07-01", "/judgements?asOf=2019-01-01"].map((path) => `/khadimi-kh-2020${path}`),
    ],
  ];
  it.each(cases)("at %i by %s", async (width, _, paths) => {
    const { page, wrong, close } = await open({ viewport: { width, height: 900 } });
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await ready(page);
      const by = await sideways(page);
      if (by > 0) wide.push(`${path} by ${by}`);
    }
    expect(wide).toEqual([]);
    expect(wrong).toEqual([]);
    await close();
  });
});

describe("hostile names", () => {
  it.each([
    "/",
    "/hostile",
    "/hostile/events",
    "/hostile/events/happening",
    "/hostile/actors",
    "/hostile/actors/somebody",
    "/hostile/factors/thing",
    "/hostile/sources",
  ])("are text on %s", async (path) => {
    const { page, wrong, close } = await open();
    await page.goto(path);
    await ready(page);
    expect(await page.evaluate(() => (window as never as { hurt?: number }).hurt)).toBeUndefined();
    expect(await page.evaluate(() => /[\u202A-\u202E]/.test(document.documentElement.outerHTML))).toBe(false);
    expect(wrong).toEqual([]);
    await close();
  });

  it("are shown as they were written", async () => {
    const { page, close } = await open();
    await page.goto("/hostile/events/happening");
    expect(await page.locator("h1").innerText()).toBe(hostileNames.markup);
    await close();
  });
});
