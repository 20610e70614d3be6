import { describe, expect, it } from "vitest";
import { pagesWithFigures } from "./pages.ts";
import { site } from "./visit.ts";

const read = async (path: string): Promise<string> => (await fetch(site() + path)).text();
const plain = (html: string): string => html.replaceAll("&amp;", "&");
const keysOf = (html: string): string[] => [...plain(html).matchAll(/data-trace="([^"]+)"/g)].map(([, key]) => key!);
const markup = /<!--.*?-->|<[^>]*>/gs;
const wordsOf = (html: string): string => html.replace(markup, "").trim();

/** Every cell of a page's tables of what its drawings show. */
const cellsOf = (html: string): { words: string; key: string | undefined }[] =>
  [...plain(html).matchAll(/<details\b[^>]*>.*?<\/details>/gs)]
    .filter(([details]) => details.includes("Data as a table"))
    .flatMap(([details]) => [...details.matchAll(/<td\b.*?<\/td>/gs)])
    .map(([cell]) => ({ words: wordsOf(cell), key: /<a\b[^>]*\bdata-trace="([^"]+)"/.exec(cell)?.[1] }));
const isNumber = (words: string): boolean => /^[−+<>-]?\d[\d,.]*%?( to [−+]?\d[\d,.]*%?)?$/.test(words);

const opened = (panel: string): string[] =>
  [...plain(panel).matchAll(/href="[^"]*\?([^"#]+)"/g)].flatMap(([, search]) =>
    new URLSearchParams(search).getAll("trace").slice(-1),
  );
const panelOf = (html: string): string => /<dialog[\s\S]*<\/dialog>/.exec(html)?.[0] ?? "";

describe.each(["khadimi-kh-2020", "somewhereland"])("the figures of %s", (id) => {
  it("all open a trace, and every way ends at a source or says that it is judged", async () => {
    const paths = pagesWithFigures.filter((path) => path.startsWith(`/${id}`));
    const waiting = new Set((await Promise.all(paths.map(read))).flatMap(keysOf));
    expect(waiting.size).toBeGreaterThan(id === "somewhereland" ? 100 : 400);
    const seen = new Set<string>();
    const lost: string[] = [];
    for (const key of waiting) {
      seen.add(key);
      const panel = panelOf(await read(`/${id}/method?trace=${encodeURIComponent(key)}`));
      const resolves = panel.includes("Arithmetic");
      const source = /<b[^>]*>[A-F][1-6]<\/b>/.test(panel);
      const judged = /author['’]s judgement|convention/.test(panel);
      if (!resolves || !(source || judged)) lost.push(key);
      for (const next of [...keysOf(panel), ...opened(panel)]) if (!seen.has(next)) waiting.add(next);
    }
    expect(lost).toEqual([]);
  }, 180_000);
});

describe("a drawing's data as a table", () => {
  const tabled = ["", "/factors/credibility", "/scenarios", "/parliament"].map((path) => `/khadimi-kh-2020${path}`);

  it.each(pagesWithFigures)("holds no number that does not open: %s", async (path) => {
    const cells = cellsOf(await read(path));
    expect(cells.filter(({ words, key }) => isNumber(words) && key === undefined)).toEqual([]);
    if (tabled.includes(path)) expect(cells.filter(({ key }) => key !== undefined).length).toBeGreaterThan(30);
  });

  it.each(tabled)("opens traces that hold the number they are opened from: %s", async (path) => {
    // What is left of a change is a sum of rows that its trace lists one by one.
    const cells = cellsOf(await read(path)).filter(({ key }) => key !== undefined && !key.startsWith("change/"));
    const other: string[] = [];
    for (const { words, key } of cells) {
      const panel = panelOf(await read(`${path}?trace=${key}`));
      if (!panel.replace(markup, " ").includes(words)) other.push(`${words}: ${key}`);
    }
    expect(other).toEqual([]);
  });
});

describe("a key that leads nowhere", () => {
  it.each(["nothing", "level/nothing", "points/al-hashimi-killed"])("%s is said to", async (key) => {
    expect(panelOf(await read(`/somewhereland?trace=${key}`))).toContain("no trace in this case");
  });
});
