import { afterAll, describe, expect, it } from "vitest";
import { open, ready, site } from "./visit.ts";
import { violations } from "./violations.ts";

const windows = 6;

/** Every page of a case that a reader reaches by its links, on its last day. */
async function pagesOf(id: string): Promise<string[]> {
  const found = new Set([`/${id}`]);
  for (const path of found) {
    const html = await (await fetch(site() + path)).text();
    for (const [, href] of html.matchAll(/href="(\/[^"#?]*)"/g))
      if (href!.startsWith(`/${id}/`) && !href!.endsWith("/briefing")) found.add(href!);
  }
  return [...found];
}

describe.each([
  ["khadimi-kh-2020", 50],
  ["somewhereland", 5],
])("every page of %s", (id, least) => {
  const opened: Awaited<ReturnType<typeof open>>[] = [];
  afterAll(() => Promise.all(opened.map(({ close }) => close())));

  it("is sound", { timeout: 180_000 }, async () => {
    const paths = await pagesOf(id);
    expect(paths.length).toBeGreaterThan(least);
    opened.push(...(await Promise.all(Array.from({ length: windows }, () => open()))));
    const faults: string[] = [];
    const waiting = paths.values();
    await Promise.all(
      opened.map(async ({ page, wrong }) => {
        for (const path of waiting) {
          await page.goto(path);
          await ready(page);
          faults.push(...[...(await violations(page)), ...wrong.splice(0)].map((fault) => `${path}: ${fault}`));
        }
      }),
    );
    expect(faults).toEqual([]);
  });
});
