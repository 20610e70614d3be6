import { describe, expect, it } from "vitest";
import { Figure } from "../src/index.ts";
import LinkedFigure from "./LinkedFigure.svelte";
import { markup, shown } from "./shown.ts";

describe("Figure", () => {
  it("writes the number as its form says, with its trace", () => {
    expect(markup(Figure, { value: -26.4, form: "points", trace: "index" })).toContain('data-trace="index"');
    expect(shown(Figure, { value: -26.4, form: "points", trace: "index" })).toBe("−26");
  });

  it("writes a band as two numbers", () => {
    expect(shown(Figure, { value: [-49.2, 4.6], form: "points", trace: "index" })).toBe("−49 to +5");
  });

  it("leaves a gap where the number is not known, and says so", () => {
    const html = markup(Figure, { value: undefined, form: "points", trace: "index" });
    expect(html).not.toContain("0");
    expect(html).toContain('<span class="hidden">not known</span>');
    expect(markup(Figure, { value: undefined, form: "points", trace: "index", svg: true })).toContain(
      'aria-label="not known"',
    );
  });

  it("is no link where the page gives no trace link", () => {
    expect(markup(Figure, { value: 1, form: "points", trace: "index" })).not.toContain("<a");
  });

  it("is a link to its trace where the page gives one", () => {
    const html = markup(LinkedFigure, { value: 0.12, form: "level", trace: "level/economy", label: "Economy" });
    expect(html).toContain('href="?trace=level/economy"');
    expect(html).toContain('data-sveltekit-reset="false"');
    expect(html).toContain('<span class="hidden">Economy </span>');
  });

  it("is a text inside a drawing", () => {
    const html = markup(LinkedFigure, {
      value: 3,
      form: "count",
      trace: "seats/fatah",
      svg: true,
      x: 4,
      y: 8,
      label: "Fatah",
      plain: true,
    });
    expect(html).toMatch(/<g><a [^>]*aria-label="Fatah 3"[^>]*><text x="4" y="8"[^>]*>3<\/text><\/a><\/g>/);
  });

  it("takes its pole's ink", () => {
    expect(markup(Figure, { value: 3, form: "points", trace: "index", side: 1 })).toContain("pos-ink");
    expect(markup(Figure, { value: 3, form: "points", trace: "index", side: 0 })).not.toContain("-ink");
  });
});
