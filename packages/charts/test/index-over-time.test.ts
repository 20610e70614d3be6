import { indexOf } from "@mizan/model";
import { bandText, dayText, figureText } from "@mizan/model/words";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndexOverTime, indexOverTimeSummary, indexOverTimeTable, type EventMark } from "../src/index.ts";
import { indexDrawing } from "../src/index-drawing.ts";
import { indexAxis } from "../src/index-scale.ts";
import { overlap } from "../src/label-places.ts";
import { lineRuns } from "../src/step-path.ts";
import { day, pointsOf } from "./days.ts";
import LinkedIndex from "./LinkedIndex.svelte";
import { count, markup, shown, writtenRows } from "./shown.ts";

const sides = { positive: "state", negative: "militias" };
const points = pointsOf(159, (i) => (i < 100 ? -0.25 : i < 146 ? -0.05 : -0.2));
const marks: EventMark[] = [
  { id: "raid", label: "CTS raid, 14 held", start: day("06-26"), end: day("06-26"), points: 9 },
  { id: "freed", label: "13 of 14 freed", start: day("06-27"), end: day("06-30"), points: -12 },
  { id: "quiet", label: "never labelled", start: day("05-04"), end: day("05-04"), points: -20, labelled: false },
];
const options = { size: "monitor", focusDays: 14, events: true } as const;

describe("IndexOverTime", () => {
  it("shows the last value, its band, the key and the labels", () => {
    const text = shown(IndexOverTime, { points, marks, sides });
    const last = points.at(-1)!;
    expect(text).toContain(figureText(last.index, "points"));
    expect(text).toContain(figureText(last.band90[0], "points"));
    for (const words of [
      "state ahead",
      "too close to call",
      "militias ahead",
      "26 Jun CTS raid, 14 held",
      "27–30 Jun 13 of 14 freed",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says how much wider the last days are drawn, as the drawing has it", () => {
    const { panels } = indexDrawing(points, [], sides, options);
    const perDay = panels.map(({ from, to, left, right }) => (right - left) / (to - from));
    expect(panels[1]!.title).toBe(`Last 14 days, ${figureText(perDay[1]! / perDay[0]!, "count")} times wider`);
  });

  it("draws one panel where the period is shorter than three times the focus", () => {
    expect(indexDrawing(points.slice(-41), [], sides, options).panels).toHaveLength(1);
    expect(indexDrawing(points.slice(-60), [], sides, options).panels).toHaveLength(2);
  });

  it.each(["monitor", "slide"] as const)("keeps a key over the plot clear of the panels' titles on a %s", (size) => {
    const wide = pointsOf(159, () => -0.05).map((point) => ({ ...point, band90: [-80, 80] as const }));
    const { key, titleY, parityY } = indexDrawing(wide, [], sides, { ...options, size });
    const half = size === "slide" ? 10 : 8;
    expect(key.inRow).toBe(true);
    expect(key.entries.every(({ y }) => y - half > titleY && y + half < parityY)).toBe(true);
  });

  it("is coloured only where the band is clear of parity", () => {
    const runs = lineRuns(
      pointsOf(3, (i) => [-0.3, 0, 0.3][i]!),
      (at) => at,
      (value) => -value,
    );
    expect(runs.map(({ side }) => side)).toEqual([-1, 0, 1]);
    const even = markup(IndexOverTime, { points: pointsOf(10, () => 0.01), marks: [], sides });
    expect(count(even, /class="line (pos|neg)"/)).toBe(0);
    expect(count(markup(IndexOverTime, { points, marks: [], sides }), /class="line neg"/)).toBeGreaterThan(0);
  });

  it("holds a value until the next day and steps there", () => {
    const [run] = lineRuns(
      pointsOf(3, (i) => (i < 2 ? -0.3 : -0.5)),
      (at) => 10 * (at - day("02-01")),
      (value) => -Math.round(value),
    );
    expect(run?.path).toBe("M0 29V29H20V46");
  });

  it("is one picture without links, and a group with them", () => {
    expect(markup(IndexOverTime, { points, marks, sides })).toMatch(/<svg[^>]*role="img"/);
    expect(markup(LinkedIndex, { points, marks, sides })).toMatch(/<svg[^>]*role="group"/);
    expect(markup(LinkedIndex, { points, marks, sides })).toContain('href="?trace=index"');
  });

  it("leaves the lane of events off on a slide", () => {
    expect(markup(IndexOverTime, { points, marks, sides })).toContain("<title>26 Jun CTS raid, 14 held</title>");
    expect(markup(IndexOverTime, { points, marks, sides, size: "slide" })).not.toContain("<title>");
  });

  it("says why it is empty and what would fill it", () => {
    const text = shown(IndexOverTime, { points: [], marks: [], sides });
    expect(text).toContain("has no index");
    expect(markup(IndexOverTime, { points: [], marks: [], sides })).not.toContain("<svg");
  });

  it("draws a single day", () => {
    expect(markup(IndexOverTime, { points: points.slice(-1), marks, sides })).not.toContain("NaN");
  });
});

describe("labels of the index", () => {
  const mark = fc.record({
    label: fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9}){0,5}$/),
    start: fc.integer({ min: 0, max: 158 }),
    length: fc.nat(40),
    points: fc.double({ min: -20, max: 20, noNaN: true }),
  });
  const size = fc.constantFrom("monitor" as const, "slide" as const, "phone" as const);

  it("never touch each other or leave the drawing", () => {
    fc.assert(
      fc.property(
        fc.array(mark, { maxLength: 15 }),
        fc.array(fc.double({ min: -1.2, max: 1.2, noNaN: true }), { minLength: 6, maxLength: 6 }),
        size,
        (list, levels, at) => {
          const events = list.map(({ label, start, length, points: pull }, i) => ({
            id: `${i}`,
            label,
            start: day("02-01") + start,
            end: day("02-01") + start + length,
            points: pull,
          }));
          const drawing = indexDrawing(
            pointsOf(159, (i) => levels[Math.floor(i / 27)]!),
            events,
            sides,
            { ...options, size: at },
          );
          expect(drawing.labels.length).toBeLessThanOrEqual(6);
          drawing.labels.forEach(({ box }, i) => {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
            expect(box.y + box.height).toBeLessThanOrEqual(drawing.bottom);
            for (const other of drawing.labels.slice(i + 1)) expect(overlap(box, other.box)).toBe(0);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("are placed the same every time", () => {
    expect(indexDrawing(points, marks, sides, options).labels).toEqual(
      indexDrawing(points, marks, sides, options).labels,
    );
  });
});

describe("indexAxis", () => {
  it("holds every band and parity, with at most four lines beside it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (x, sd) => {
          const point = indexOf(x, sd);
          const { low, high, ticks } = indexAxis([point]);
          expect(low).toBeLessThanOrEqual(Math.min(0, point.band90[0]));
          expect(high).toBeGreaterThanOrEqual(Math.max(0, point.band90[1]));
          expect(ticks).toContain(0);
          expect(ticks.length).toBeLessThanOrEqual(5);
        },
      ),
    );
  });
});

describe("indexOverTimeTable", () => {
  it("holds the written numbers of the points", () => {
    const rows = writtenRows(indexOverTimeTable(points, sides));
    const first = points[0]!;
    expect(rows[0]).toEqual([
      dayText(first.day),
      `${figureText(first.index, "points")} (index-on/2020-02-01)`,
      `${bandText(first.band90, "points")} (index-on/2020-02-01)`,
      "militias ahead",
    ]);
    expect(rows).toHaveLength(3);
  });

  it("opens the page's own trace on its last day", () => {
    const [last] = writtenRows(indexOverTimeTable(points.slice(-1), sides));
    expect(last![1]).toMatch(/ \(index\)$/);
  });

  it("is summed up in a sentence", () => {
    expect(indexOverTimeSummary(points, sides)).toContain("8 July 2020");
    expect(indexOverTimeSummary([], sides)).toBe("There is no index to draw.");
  });
});
