import { describe, expect, it } from "vitest";
import { impactCells, stateFactors } from "../gallery/sample.ts";
import { ImpactMatrix, impactMatrixSummary, impactMatrixTable } from "../src/index.ts";
import { nextPlace } from "../src/grid-keys.ts";
import { matrixDrawing } from "../src/impact-matrix.ts";
import { count, markup, writtenRows } from "./shown.ts";

const props = { factors: stateFactors, cells: impactCells, href: (key: string) => `?cell=${key}` };

describe("the matrix", () => {
  it("lays states out by factor, with air between", () => {
    const { lines, blocks, length } = matrixDrawing(stateFactors);
    expect(lines.map(({ middle }) => middle)).toEqual([12, 36, 60, 89, 113, 137, 166, 190]);
    expect(blocks.map(({ start, length: own }) => [start, own])).toEqual([
      [0, 72],
      [77, 72],
      [154, 48],
    ]);
    expect(length).toBe(202);
  });

  it("shortens a name that there is no room for, and keeps it whole beside", () => {
    const long = "A name that no column has the room for";
    const [block] = matrixDrawing([{ ...stateFactors[0]!, name: { en: long } }]).blocks;
    expect(block).toMatchObject({ full: long });
    expect(block!.above).toMatch(/…$/);
    expect(block!.text).toMatch(/…$/);
  });

  it("makes every cell a link that says both states and the value", () => {
    const html = markup(ImpactMatrix, props);
    expect(count(html, /<a /)).toBe(impactCells.length);
    expect(html).toContain('href="?cell=r0/c3"');
    expect(html).toContain('aria-label="Coercion: Outgunned on Parliament: Vote lost, +2"');
    expect(html).toContain('aria-label="Credibility: Impunity on Coercion: State holds, −1"');
  });

  it("fills what promotes, leaves open what hinders, and greys the author’s own judgement", () => {
    const html = markup(ImpactMatrix, props);
    expect(count(html, /class="[^"]*promotes/)).toBe(4);
    expect(count(html, /class="[^"]*author/)).toBe(2);
    expect(count(html, /<circle/)).toBe(1);
  });

  it("marks the cell that is open", () => {
    const html = markup(ImpactMatrix, { ...props, chosen: "r7/c2" });
    expect(count(html, /aria-current="true"/)).toBe(1);
    expect(count(markup(ImpactMatrix, props), /aria-current/)).toBe(0);
  });

  it("has a summary and a table of what promotes or hinders", () => {
    expect(impactMatrixSummary(stateFactors, impactCells)).toBe(
      "3 factors, 9 coded cells: 4 promote, 4 hinder; 2 are the author’s own judgement.",
    );
    const rows = writtenRows(impactMatrixTable(stateFactors, impactCells));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual(["Coercion: Outgunned", "Parliament: Vote lost", "+2 (impact/r0/c3)"]);
  });
});

describe("the arrow keys", () => {
  const from = { row: 2, column: 3 };
  const to = (key: string, place = from) => nextPlace(impactCells, place, key)?.key;

  it("go to the nearest cell of the row or column, over what is empty", () => {
    expect(to("ArrowRight")).toBe("r2/c5");
    expect(to("ArrowUp")).toBe("r0/c3");
    expect(to("ArrowDown", { row: 6, column: 0 })).toBe("r7/c0");
    expect(to("ArrowLeft", { row: 2, column: 5 })).toBe("r2/c3");
    expect(to("Home", { row: 0, column: 5 })).toBe("r0/c3");
    expect(to("End", { row: 0, column: 3 })).toBe("r0/c5");
  });

  it("stay where there is none, and other keys do nothing", () => {
    expect(to("ArrowLeft")).toBeUndefined();
    expect(to("ArrowDown")).toBeUndefined();
    expect(to("Enter")).toBeUndefined();
  });
});
