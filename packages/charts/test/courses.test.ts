import { describe, expect, it } from "vitest";
import { courses, outcomes, stateFactors } from "../gallery/sample.ts";
import { CourseColumns, coursesSummary, coursesTable, StatePath } from "../src/index.ts";
import { pathDrawing } from "../src/state-path.ts";
import { count, markup, shown, writtenRows } from "./shown.ts";

const [coercion] = stateFactors;
const states = coercion!.states;
const room = { width: 124, height: 32, longest: 4 };

describe("a way through states", () => {
  it("has a rung for each state, the negative pole at the bottom", () => {
    expect(pathDrawing({ steps: [0] }, states, room).rungs).toEqual([25, 16, 7]);
  });

  it("starts hollow, rests full, and stops where it settles", () => {
    const { way, marks } = pathDrawing({ steps: [1, 1, 0] }, states, room);
    expect(way).toBe("M7 16L34.5 16L62 25");
    expect(marks.map(({ kind, side }) => [kind, side])).toEqual([
      ["start", 0],
      ["step", 0],
      ["end", -1],
    ]);
  });

  it("has no end where it never rests", () => {
    expect(pathDrawing({ steps: [1, 0], settles: false }, states, room).marks.map(({ kind }) => kind)).toEqual([
      "start",
      "step",
    ]);
  });

  it("brackets the state that is set, where it is set, whether or not it is another", () => {
    expect(pathDrawing({ steps: [1, 2, 2], held: true }, states, room).bracket).toMatch(/^M29\.5 0\.5/);
    expect(pathDrawing({ steps: [1, 1], held: true }, states, room).bracket).toMatch(/^M29\.5 9\.5/);
    expect(pathDrawing({ steps: [1, 1] }, states, room).bracket).toBeUndefined();
  });

  it("leaves out the marks between its ends where there is no room for them", () => {
    const long = { steps: Array.from({ length: 40 }, (_, i) => i % 2) };
    expect(pathDrawing(long, states, { ...room, longest: 39 }).marks.map(({ step }) => step)).toEqual([0, 39]);
  });

  it("is said to those who do not see it", () => {
    const said = (way: Parameters<typeof pathDrawing>[0]) => markup(StatePath, { way, states, longest: 3 });
    expect(said({ steps: [1, 1, 0] })).toContain('aria-label="from Contested to Outgunned"');
    expect(said({ steps: [1, 1], held: true })).toContain('aria-label="stays Contested, held there"');
    expect(said({ steps: [1, 0], settles: false })).toContain('aria-label="from Contested, never at rest"');
  });
});

describe("CourseColumns", () => {
  const props = { courses, factors: stateFactors, outcomes, draws: "10,000" };

  it("shows of each course what is set, where every factor settles, and the outlook with its words", () => {
    const text = shown(CourseColumns, props);
    for (const words of ["Carry on", "Nothing is forced.", "Outgunned", "88% very likely", "67% likely"])
      expect(text).toContain(words);
    expect(count(text, /never at rest/)).toBe(2);
    expect(count(text, /None of the outcomes holds there/)).toBe(0);
  });

  it("marks an outcome that is assumed and not found", () => {
    expect(shown(CourseColumns, props)).toContain("The state prevails assumed");
  });

  it("has a summary and a table of the same", () => {
    expect(coursesSummary(courses, stateFactors)).toContain(
      "Carry on. Nothing is forced. It rests after 3 steps. It moves Coercion from Contested to Outgunned and Parliament from At risk to Vote lost.",
    );
    expect(writtenRows(coursesTable(courses, stateFactors, outcomes))).toContainEqual([
      "The state prevails",
      "",
      "0% (outlook/prevails/)",
      "67% (outlook/prevails/push)",
      "2% (outlook/prevails/ease)",
    ]);
  });
});
