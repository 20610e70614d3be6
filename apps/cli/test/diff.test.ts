import { describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

describe("mizan diff", () => {
  it("reads like a change log", () => {
    const { status, stdout } = mizan(["diff", "khadimi-kh-2020", "--from", "2020-06-25", "--to", "2020-06-30"]);
    expect(status).toBe(0);
    expect(stdout).toContain("25 June 2020 to 30 June 2020");
    expect(stdout).toMatch(/New\n(.*\n)*  CTS raids KH headquarters/);
    expect(stdout).toMatch(/ \+\d+\.\d  \+0\.\d{3}  CTS raids KH headquarters/);
  });

  it("gives the same as JSON, its record changes summing to the change of X, and in points to that of the index", () => {
    const { stdout } = mizan(["diff", "khadimi-kh-2020", "--from", "2020-06-25", "--to", "2020-07-08", "--json"]);
    const diff = JSON.parse(stdout) as {
      added: string[];
      changes: unknown[];
      records: { x: number; points: number }[];
      index: { before: number; after: number };
    };
    expect(diff.added).toContain("release");
    const x = (index: number) => Math.atanh(index / 100);
    expect(diff.records.reduce((sum, record) => sum + record.x, 0)).toBeCloseTo(
      x(diff.index.after) - x(diff.index.before),
      10,
    );
    expect(diff.records.reduce((sum, record) => sum + record.points, 0)).toBeCloseTo(
      diff.index.after - diff.index.before,
      9,
    );
    expect(diff.changes).toEqual([]);
  });

  it("says so where nothing is different, and needs both days", () => {
    expect(mizan(["diff", "somewhereland", "--from", "2020-01-01", "--to", "2020-02-01"]).stdout).toContain(
      "Nothing is different.",
    );
    expect(mizan(["diff", "somewhereland", "--from", "2020-01-01"]).status).toBe(2);
  });
});
