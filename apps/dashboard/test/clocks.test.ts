import { describe, expect, it } from "vitest";
import { pagesWithFigures } from "./pages.ts";
import { site } from "./visit.ts";

const read = async (path: string) => {
  const response = await fetch(site() + path);
  return { status: response.status, html: (await response.text()).replaceAll("&amp;", "&") };
};

describe("the clocks", () => {
  it.each(pagesWithFigures.filter((path) => path !== "/khadimi-kh-2020/events/al-hashimi-killed"))(
    "stand on %s and in its links",
    async (path) => {
      const { status, html } = await read(`${path}?asOf=2020-06-27&knownAt=2020-07-31`);
      expect(status).toBe(200);
      expect(html).toContain('<time datetime="2020-06-27">Sat 27 Jun 2020</time>');
      const id = path.split("/")[1]!;
      const links = [...html.matchAll(/href="(\/[^"#]*)/g)]
        .map(([, href]) => href!)
        .filter((href) => href.startsWith(`/${id}`));
      const forgetful = links.filter((href) => !href.includes("asOf=") && !href.includes("knownAt="));
      expect(forgetful).toEqual([]);
    },
  );

  it("open a finished case at its own last day", async () => {
    expect((await read("/khadimi-kh-2020")).html).toContain('<time datetime="2020-07-08">Wed 8 Jul 2020</time>');
  });

  it("show the baseline before the opening", async () => {
    const { html } = await read("/khadimi-kh-2020?asOf=2019-01-01");
    expect(html).toContain("No event is counted yet");
  });

  it("hide what was not yet known", async () => {
    expect((await read("/khadimi-kh-2020/events/al-hashimi-killed?knownAt=2020-07-01")).status).toBe(404);
  });

  it.each(["2020-02-30", "yesterday", "2020-7-8", "9999-01-01"])("refuse %s and name it", async (day) => {
    const { status, html } = await read(`/khadimi-kh-2020?asOf=${day}`);
    expect(status).toBe(400);
    expect(html).toContain(day);
  });

  it("keep the trace of a page apart from its days", async () => {
    const { html } = await read("/khadimi-kh-2020?asOf=2020-06-27&trace=index");
    expect(html).toMatch(/class="scrim[^"]*" href="\/khadimi-kh-2020\?asOf=2020-06-27"/);
  });
});
