import { addDays } from "./days.ts";
import { describe, expect, test } from "vitest";
import { briefingOf } from "../src/briefing.ts";
import type { Content } from "../src/content.ts";
import { slides } from "../src/slides.ts";
import { opposedPulls } from "../src/slides/precedent.ts";
import { talkOf } from "../src/talk.ts";
import { contentOf } from "./contents.ts";
import { crowded } from "./crowded.ts";

const iraq = await contentOf("khadimi-kh-2020");
const somewhereland = await contentOf("somewhereland");
const talk = (content: Content) => talkOf(slides, briefingOf(content));
const ids = (content: Content) => [...new Set(talk(content).map(({ slide }) => slide.id))];

describe("the talk", () => {
  test("of a case with everything has every slide but those of a case without an index", () => {
    expect(ids(iraq)).toEqual(slides.map(({ id }) => id).filter((id) => id !== "states" && id !== "impacts"));
  });

  test("of a case with factors and impacts alone has the slides they fill", () => {
    expect(ids(somewhereland)).toEqual(["title", "bottom-line", "states", "impacts", "sources"]);
    expect(talk(somewhereland)[1]!.page.title).toContain("has no index");
  });

  test("before the opening has no slide that needs a day", () => {
    expect(ids({ ...iraq, asOf: "2020-01-01" })).toEqual([
      "title",
      "bottom-line",
      "contest",
      "network",
      "parliament",
      "sources",
    ]);
  });

  test("before the assessment was published has no judgements and no courses", () => {
    const early = ids({ ...iraq, asOf: "2020-06-28" });
    expect(early).not.toContain("judgements");
    expect(early).not.toContain("courses");
    expect(early).toContain("precedent");
  });

  test("numbers its pages, and says which part of a slide each is", () => {
    const sheets = talk(crowded());
    expect(sheets.map(({ number }) => number)).toEqual(sheets.map((_, i) => i + 1));
    expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
    expect(sheets.filter(({ slide }) => slide.id === "judgements").map(({ part }) => part)[0]).toMatch(/^1 of \d+$/);
  });

  test("numbers sources in the order in which it first cites them", () => {
    const cited = talk(iraq).flatMap(({ page }) => page.citations.map(({ source }) => source as string));
    const listed = talk(iraq)
      .flatMap(({ page }) => ("rows" in page ? (page.rows as { number?: number; kind?: string; name: unknown }[]) : []))
      .filter(({ kind }) => kind);
    const names = [...new Set(cited)].map((id) => iraq.study.sources.find((source) => source.id === id)!.name);
    expect(listed.slice(0, names.length).map(({ name }) => name)).toEqual(names);
  });

  test("rests on a citation on every page but the cover, the index-less bottom line and the sources", () => {
    const bare = talk(iraq).filter(({ page }) => page.citations.length === 0);
    expect([...new Set(bare.map(({ slide }) => slide.id))]).toEqual(["title", "sources"]);
  });

  test("holds at any day from long before the opening to long after the end", () => {
    for (const [content, from, to] of [
      [iraq, "2019-11-01", "2022-01-01"],
      [somewhereland, "2017-01-01", "2019-01-01"],
    ] as const) {
      for (
        let asOf: string = from;
        asOf < to;
        asOf = addDays(asOf, asOf > "2020-06-20" && asOf < "2020-07-12" ? 1 : 9)
      ) {
        const sheets = talk({ ...content, asOf });
        expect(
          sheets.every(({ page }) => page.title.length > 0 && !/undefined|NaN/.test(page.title)),
          asOf,
        ).toBe(true);
      }
    }
  });

  test("keeps every word of every judgement", () => {
    const content = crowded();
    const rows = talk(content).flatMap(({ slide, page }) =>
      slide.id === "judgements" ? (page as unknown as { rows: { number: string; text: string }[] }).rows : [],
    );
    const whole = [...Map.groupBy(rows, ({ number }) => number).values()].map((parts) =>
      parts.map(({ text }) => text).join(" "),
    );
    expect(whole.toSorted()).toEqual(content.study.judgements.map(({ statement }) => statement["en"]).toSorted());
  });
});

interface Titled {
  title: string;
}
const pagesOf = <P extends Titled>(content: Content, id: string) =>
  talk(content).flatMap(({ slide, page }) => (slide.id === id ? [page as unknown as P] : []));

test("a judgement goes by the case's own number wherever it stands", () => {
  const rows = pagesOf<Titled & { rows: { number: string; judgement: { id: string } }[] }>(iraq, "judgements");
  const order = iraq.study.judgements.map(({ id }) => id as string);
  for (const { number, judgement } of rows.flatMap((page) => page.rows))
    expect(number).toBe(`J${order.indexOf(judgement.id) + 1}`);
  const watched = pagesOf<Titled & { rows: { id: string; judgement: string | undefined }[] }>(iraq, "watch");
  for (const { id, judgement } of watched.flatMap((page) => page.rows)) {
    const own = iraq.study.indicators.find((indicator) => indicator.id === id)?.judgement;
    if (own) expect(judgement).toMatch(new RegExp(`^J${order.indexOf(own) + 1}\\b`));
  }
  const [courses] = pagesOf<Titled & { judged: ({ number: string } | undefined)[][] }>(iraq, "courses");
  expect(courses!.judged[0]!.map((cell) => cell?.number)).toEqual(["J2", "J8", "J3"]);
  expect(courses!.title).toBe(
    "3 courses of action; the likeliest judgement on any of them is J2, on “Ease off”: very likely",
  );
});

interface Traced {
  trace: string;
}

test("the waterfall's first bar leads to the index on its own day, its parts to what they add, its last to the index", () => {
  const [moved] = pagesOf<Titled & { start: Traced; parts: Traced[]; end: Traced }>(iraq, "moved");
  expect(moved!.start.trace).toMatch(/^index-on\/2020-\d\d-\d\d$/);
  expect(moved!.parts.every(({ trace }) => /^(points\/|change\/2020-\d\d-\d\d\/2020-07-08$)/.test(trace))).toBe(true);
  expect(moved!.end.trace).toBe("index");
});

test("the index's title says how long the verdict before had stood", () => {
  const titles = ["2020-05-05", "2020-06-10", "2020-06-27", "2020-07-08"].map(
    (asOf) => pagesOf({ ...iraq, asOf }, "index")[0]!.title,
  );
  expect(titles).toMatchInlineSnapshot(`
    [
      "In favour of the pro-Iran militias on every day from 1 February 2020 to 5 May 2020",
      "Too close to call since 11 May 2020, having favoured the pro-Iran militias since the opening",
      "Too close to call since 11 May 2020, having favoured the pro-Iran militias since the opening",
      "Too close to call since 11 May 2020, having favoured the pro-Iran militias since the opening",
    ]
  `);
});

test("after the case closes the talk says what its titles rest on", () => {
  const late = { ...iraq, asOf: "2020-12-01" };
  expect(pagesOf(late, "bottom-line")[0]!.title).toMatch(/^On what is left of evidence/);
  expect(pagesOf(late, "index")[0]!.title).toMatch(/^On what is left of evidence, /);
  expect(pagesOf(late, "moved")[0]!.title).toMatch(/older evidence has faded, and nothing new came$/);
});

test("the precedent is the later event that works hardest against an earlier one on one factor", () => {
  const { factor, pulls } = opposedPulls(briefingOf(iraq))!;
  expect(factor.id).toBe("credibility");
  expect(pulls.map(({ event }) => event.id)).toEqual(["raid", "release"]);
  expect(pulls[0].x * pulls[1].x).toBeLessThan(0);
});
