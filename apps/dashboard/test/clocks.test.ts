import { join } from "node:path";
import { bundledCases, loadCase } from "@mizan/cases";
import { dayOf } from "@mizan/model";
import { madeBy, tiesAt } from "@mizan/model/words";
import { describe, expect, it } from "vitest";
import { pagesWithFigures } from "./pages.ts";
import { site } from "./visit.ts";

const read = async (path: string) => {
  const response = await fetch(site() + path);
  return { status: response.status, html: (await response.text()).replaceAll("&amp;", "&") };
};

/** An event not known yet has no page, and one is written into what is known now. */
const atAnyDay = pagesWithFigures.filter((path) => !/\/events\/(?:al-hashimi-killed|new)/.test(path));

describe("the clocks", () => {
  it.each(atAnyDay)("stand on %s and in its links", async (path) => {
    const { status, html } = await read(`${path}?asOf=2020-06-27&knownAt=2020-07-31`);
    expect(status).toBe(200);
    expect(html).toContain('<time datetime="2020-06-27">Sat 27 Jun 2020</time>');
    const id = path.split("/")[1]!;
    const links = [...html.matchAll(/href="(\/[^"#]*)/g)]
      .map(([, href]) => href!)
      .filter((href) => href.startsWith(`/${id}`));
    const forgetful = links.filter((href) => !href.includes("asOf=") && !href.includes("knownAt="));
    expect(forgetful).toEqual([]);
  });

  it("open a finished case at its own last day", async () => {
    expect((await read("/khadimi-kh-2020")).html).toContain('<time datetime="2020-07-08">Wed 8 Jul 2020</time>');
  });

  it("show the baseline before the opening", async () => {
    const { html } = await read("/khadimi-kh-2020?asOf=2019-01-01");
    expect(html).toContain("No event is counted yet");
  });

  it("say when a day lies outside the case's period", async () => {
    const flag = async (asOf: string) =>
      />(\w+ the case’s period)</.exec((await read(`/khadimi-kh-2020/events?asOf=${asOf}`)).html)?.[1];
    expect(await flag("2019-01-01")).toBe("before the case’s period");
    expect(await flag("2020-06-26")).toBeUndefined();
    expect(await flag("2021-03-01")).toBe("after the case’s period");
  });

  it("write the year of what lies in another year than the day", async () => {
    expect((await read("/khadimi-kh-2020/events?asOf=2021-03-01")).html).toContain("6 Jul 2020");
    expect((await read("/khadimi-kh-2020/events?asOf=2020-07-08")).html).not.toContain(">6 Jul 2020<");
  });

  it.each(["2020-06-26", "2020-07-08"])("show what had been judged and what bound the actors by %s", async (asOf) => {
    const { study } = await loadCase(join(bundledCases, "khadimi-kh-2020"));
    const day = dayOf(asOf);
    const judgements = await read(`/khadimi-kh-2020/judgements?asOf=${asOf}`);
    const shown = study.judgements.filter(({ id }) => judgements.html.includes(`id="${id}"`)).map(({ id }) => id);
    expect(shown).toEqual(madeBy(study.judgements, day).map(({ id }) => id));
    if (shown.length === 0) expect(judgements.html).toContain("No judgement had been made by this day");
    const options = study.options.filter(({ name }) => judgements.html.includes(name["en"]!)).map(({ id }) => id);
    expect(options).toEqual(madeBy(study.options, day).map(({ id }) => id));
    const overview = await read(`/khadimi-kh-2020?asOf=${asOf}`);
    const linked = study.judgements.filter(({ id }) => overview.html.includes(`#${id}"`)).map(({ id }) => id);
    expect(linked).toEqual(shown);
    const { html: actors } = await read(`/khadimi-kh-2020/actors?asOf=${asOf}`);
    expect(actors).toContain(`${tiesAt(study, day).length} ties between them`);
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
