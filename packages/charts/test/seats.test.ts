import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeatBar, seatBarSummary, seatBarTable, type SeatList } from "../src/index.ts";
import { seatDrawing } from "../src/seat-blocks.ts";
import { count, markup, shown, writtenRows } from "./shown.ts";

const lists: SeatList[] = [
  { id: "sairoon", name: { en: "Sairoon" }, seats: 54, stance: "undecided" },
  { id: "fatah", name: { en: "Fatah" }, seats: 48, stance: "against" },
  { id: "nasr", name: { en: "Nasr" }, seats: 42, stance: "for" },
];

describe("SeatBar", () => {
  it("draws one square a seat, by stance, and those of no list as not recorded", () => {
    const html = markup(SeatBar, { lists, quota: 76, members: 150 });
    expect(count(html, /class="seat for"/)).toBe(42);
    expect(count(html, /class="seat undecided"/)).toBe(54);
    expect(count(html, /class="seat against"/)).toBe(48);
    expect(count(html, /class="seat unknown"/)).toBe(6);
  });

  it("names the large lists with their seats and the quota", () => {
    const text = shown(SeatBar, { lists, quota: 76, members: 144 });
    for (const words of ["Sairoon", "54", "Fatah", "48", "Nasr", "42", "quota 76"]) expect(text).toContain(words);
    expect(markup(SeatBar, { lists, quota: 76, members: 144 })).toContain('data-trace="seats/fatah"');
  });

  it("uses no pole's colour", () => {
    expect(markup(SeatBar, { lists, quota: 76, members: 144 })).not.toMatch(/class="[^"]*\b(pos|neg)\b/);
  });

  it("counts the quota from those for", () => {
    const { seats, quota } = seatDrawing(lists, 42, 144, { size: "monitor" });
    expect(quota!.x).toBeGreaterThan(seats[41]!.x);
    expect(quota!.x).toBeLessThanOrEqual(seats[42]!.x);
    expect(seatDrawing(lists, 500, 144, { size: "monitor" }).quota).toBeUndefined();
  });

  it("stays inside its width", () => {
    const list = fc.record({
      seats: fc.nat(120),
      stance: fc.constantFrom("for" as const, "against" as const, "undecided" as const),
    });
    fc.assert(
      fc.property(
        fc.array(list, { maxLength: 12 }),
        fc.constantFrom("monitor" as const, "slide" as const, "phone" as const),
        (own, size) => {
          const drawing = seatDrawing(
            own.map((entry, i) => ({ id: `${i}`, name: { en: `List number ${i}` }, ...entry })),
            165,
            329,
            { size },
          );
          for (const { x } of drawing.seats) expect(x + drawing.side).toBeLessThanOrEqual(drawing.width + 0.01);
        },
      ),
    );
  });

  it("has the same seats as its table and sentence", () => {
    expect(writtenRows(seatBarTable(lists))).toEqual([
      ["Nasr", "for", "42 (seats/nasr)"],
      ["Sairoon", "undecided", "54 (seats/sairoon)"],
      ["Fatah", "against", "48 (seats/fatah)"],
    ]);
    expect(seatBarSummary(lists, 76, 144)).toBe(
      "Of 144 seats 42 are for, 54 undecided and 48 against; the quota is 76. Those for need the undecided to reach it.",
    );
  });

  it("says why it is empty", () => {
    expect(shown(SeatBar, { lists: [], quota: 0, members: 0 })).toContain("No list of the chamber is recorded");
  });
});
