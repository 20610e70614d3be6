import { createRawSnippet } from "svelte";
import { describe, expect, it } from "vitest";
import { ChartFrame, ConfidenceSquares, LikelihoodRange, Logo, Name, otherName, spanText } from "../src/index.ts";
import { monthStarts, monthText } from "../src/span-text.ts";
import { textWidth, textWithin, wrappedText } from "../src/text-width.ts";
import { day } from "./days.ts";
import LinkedFrame from "./LinkedFrame.svelte";
import { count, markup, shown } from "./shown.ts";

describe("ChartFrame", () => {
  const children = createRawSnippet(() => ({ render: () => "<p>drawing</p>" }));
  const table = {
    columns: ["Factor", "Level"],
    rows: [
      ["Economy", { value: -0.56, form: "level" as const, trace: "level/economy" }],
      ["US support", { value: 0.42, form: "level" as const, trace: "level/us" }],
      ["Courts", ""],
    ],
  };
  const frame = { title: "A claim", measure: "Its measure", summary: "In a sentence.", table, children };

  it("says the claim, the measure and the summary, and holds the data as a table", () => {
    const html = markup(ChartFrame, frame);
    expect(html).toMatch(/<h2 class="sub" id="[^"]+">A claim<\/h2>/);
    const id = /aria-describedby="([^"]+)"/.exec(html)![1]!;
    expect(html).toContain(`id="${id}">In a sentence.`);
    expect(shown(ChartFrame, frame)).toContain(
      "Data as a table A claim Factor Level Economy −56 US support +42 Courts",
    );
    expect(count(html, /class="number"/)).toBe(4);
  });

  it("draws the numbers of its table as figures that open, where the page's do", () => {
    expect(markup(LinkedFrame, frame)).toMatch(
      /<td class="number"><a href="\?trace=level\/economy"[^>]*>−56<\/a><\/td>/,
    );
    expect(markup(ChartFrame, frame)).not.toContain("<a");
  });

  it("keeps the table on a slide, without the control, each number with the key of its trace", () => {
    const html = markup(ChartFrame, { ...frame, slide: true, level: 3 });
    expect(html).toContain('data-trace="level/economy"');
    expect(html).not.toContain("<details");
    expect(html).toContain("<h3");
    expect(html).toContain("−56");
  });

  it("has no control for a table without rows", () => {
    expect(markup(ChartFrame, { ...frame, table: { columns: [], rows: [] } })).not.toContain("<details");
  });
});

describe("Name", () => {
  const name = { en: "Fatah", ar: "الفتح" };

  it("is in the reader's language, with the other name beside it where asked", () => {
    expect(shown(Name, { name })).toBe("Fatah");
    expect(markup(Name, { name, both: true })).toContain('lang="ar" dir="rtl">الفتح');
    expect(shown(Name, { name, language: "ar", both: true })).toBe("الفتح Fatah");
  });

  it("has no other name where there is none", () => {
    expect(otherName({ en: "Fatah" })).toBeUndefined();
    expect(otherName({ ar: "الفتح" }, "en")).toBeUndefined();
  });
});

describe("spanText", () => {
  it("is no finer than the span", () => {
    expect(spanText(day("07-06"), day("07-06"))).toBe("6 Jul");
    expect(spanText(day("07-02"), day("07-03"))).toBe("2–3 Jul");
    expect(spanText(day("05-01"), day("05-31"))).toBe("May");
    expect(spanText(day("06-27"), day("07-03"))).toBe("27 Jun to 3 Jul");
  });

  it("names months, and the year in January", () => {
    expect(monthStarts(day("01-01"), day("03-15")).map(monthText)).toEqual(["Jan 2020", "Feb", "Mar"]);
  });
});

describe("text width", () => {
  it("knows that a minus is as wide as a digit", () => {
    expect(textWidth("−", 10)).toBe(textWidth("0", 10));
  });

  it("cuts and wraps to a width", () => {
    expect(textWithin("short", 100, 12)).toBe("short");
    expect(textWithin("a very long text indeed", 60, 12)).toMatch(/^a very.*…$/);
    expect(wrappedText("one two three", textWidth("one two", 12) + 1, 12)).toEqual(["one two", "three"]);
  });
});

describe("likelihood and confidence", () => {
  it("stand apart, each with its word", () => {
    expect(markup(LikelihoodRange, { likelihood: "likely" })).toContain('aria-label="likely: 55% to 80%"');
    const html = markup(ConfidenceSquares, { confidence: "moderate" });
    expect(count(html, /class="ink"/)).toBe(2);
    expect(shown(ConfidenceSquares, { confidence: "moderate" })).toBe("moderate");
  });

  it("leave the logo to the word beside it unless it has a label", () => {
    expect(markup(Logo, {})).toContain('aria-hidden="true"');
    expect(markup(Logo, { label: "Mizan" })).toContain('role="img" aria-label="Mizan"');
  });
});
