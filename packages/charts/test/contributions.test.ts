import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Contributions, contributionsSummary, contributionsTable } from "../src/index.ts";
import { waterfall } from "../src/contribution-bars.ts";
import { count, markup, shown, writtenRows } from "./shown.ts";

const start = { label: "25 June", x: -0.076 };
const end = { label: "8 July", x: -0.02 };
const parts = [
  { id: "raid", label: "CTS raid", x: 0.184 },
  { id: "freed", label: "13 of 14 freed", x: -0.128 },
];

describe("Contributions", () => {
  it("shows the first, each part and the last, in X", () => {
    expect(shown(Contributions, { start, parts, end })).toBe(
      "25 June −0.076 CTS raid +0.184 13 of 14 freed −0.128 8 July −0.020",
    );
    expect(count(markup(Contributions, { start, parts, end }), /data-trace="points\/(raid|freed)"/)).toBe(2);
  });

  it("lets each bar begin where the one before it ended", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (values) => {
        const total = values.reduce((sum, x) => sum + x, 0);
        const { bars, width } = waterfall(
          { label: "a", x: 0 },
          values.map((x, i) => ({ id: `${i}`, label: "b", x })),
          { label: "c", x: total },
          { size: "monitor" },
        );
        expect(bars.at(-1)!.end).toBeCloseTo(bars.at(-2)!.end, 6);
        for (const bar of bars) {
          expect(bar.end).toBeGreaterThanOrEqual(0);
          expect(bar.end).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it("has the same numbers as its table and its sentence", () => {
    expect(writtenRows(contributionsTable({ ...start, trace: "index-on/2020-06-25" }, parts, end))).toEqual([
      ["25 June", "−0.076 (index-on/2020-06-25)"],
      ["CTS raid", "+0.184 (points/raid)"],
      ["13 of 14 freed", "−0.128 (points/freed)"],
      ["8 July", "−0.020 (index)"],
    ]);
    expect(contributionsSummary(start, parts, end)).toBe(
      "From 25 June −0.076 to 8 July −0.020. The largest parts: CTS raid +0.184; 13 of 14 freed −0.128.",
    );
  });

  it("says that nothing moved", () => {
    expect(shown(Contributions, { start, parts: [], end })).toContain("Nothing moved between 25 June and 8 July");
  });
});
