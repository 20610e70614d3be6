import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { open, ready } from "./visit.ts";

const under = "/khadimi-kh-2020";
const folder = mkdtempSync(join(tmpdir(), "mizan-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function taken(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: kind, exact: true }).first().click(),
  ]);
  const file = join(folder, kind);
  await download.saveAs(file);
  return { name: download.suggestedFilename(), bytes: await readFile(file) };
}

describe("a drawing that is taken away", () => {
  it("says of itself what it shows, of which day, from which sources, and how it is marked", async () => {
    const { page, wrong, close } = await open();
    await page.goto(`${under}?asOf=2020-07-01&if=weight.coercion.1`);
    await ready(page);
    const csv = await taken(page, "CSV");
    expect(csv.name).toMatch(/^khadimi-kh-2020-[a-z0-9-]+\.csv$/);
    const lines = csv.bytes.toString("utf8").split("\n");
    const about = lines.filter((line) => line.startsWith("# ")).join("\n");
    for (const part of ["As of 1 July 2020", "What-if: not as coded", "TLP:CLEAR", "Sources: ", "asOf=2020-07-01"])
      expect(about).toContain(part);
    const rows = lines.filter((line) => line !== "" && !line.startsWith("# "));
    const table = page
      .locator("figure", { has: page.getByRole("button", { name: "CSV" }) })
      .first()
      .locator("tbody tr");
    expect(rows).toHaveLength(1 + (await table.count()));

    const svg = (await taken(page, "SVG")).bytes.toString("utf8");
    for (const part of ["As of 1 July 2020", "TLP:CLEAR", "What-if", "@font-face", "data:font/woff2;base64,"])
      expect(svg).toContain(part);
    expect(svg).not.toMatch(/\s(?:href|class|style)="/);
    expect(svg).not.toMatch(/url\(["']?https?:/);

    const { bytes } = await taken(page, "PNG");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
    await close();
  });

  it("is its data alone where it is made of several pictures", async () => {
    const { page, close } = await open();
    await page.goto(`${under}/scenarios`);
    await ready(page);
    const group = page.getByRole("group", { name: /^Take away/ }).first();
    expect(await group.getByRole("button").allInnerTexts()).toEqual(["CSV"]);
    await close();
  });

  it("keeps a spreadsheet from taking a name for a formula", async () => {
    const { page, close } = await open();
    await page.goto(`${under}/parliament`);
    await ready(page);
    const csv = (await taken(page, "CSV")).bytes.toString("utf8");
    for (const cell of csv.split(/[\n,]/)) expect(cell).not.toMatch(/^"?[=@+]/);
    await close();
  });
});
