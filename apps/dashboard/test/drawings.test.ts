import { dayOf } from "@mizan/model";
import { describe, expect, it } from "vitest";
import { monthsWithin, railMonths } from "../src/lib/frame/rail-months.ts";
import { levelDrawing } from "../src/routes/[case]/factors/[factor]/level-drawing.ts";

describe("the months on the rail", () => {
  it("are those that begin within it", () => {
    expect(railMonths(dayOf("2020-01-15"), dayOf("2020-03-02")).map(({ name }) => name)).toEqual(["Feb", "Mar"]);
  });

  it("are thinned to eight with their years over a long case", () => {
    const months = railMonths(dayOf("2018-01-01"), dayOf("2026-01-01"));
    expect(months.length).toBeLessThanOrEqual(8);
    expect(months[0]!.name).toBe("Jan 2018");
  });
});

describe("the month names on a narrow rail", () => {
  it("leave out one that would end beyond it", () => {
    const names = (to: string) => monthsWithin(dayOf("2020-01-01"), dayOf(to)).map(({ name }) => name);
    expect(names("2020-07-01").at(-1)).toBe("Jun");
    expect(names("2020-07-28").at(-1)).toBe("Jul");
  });

  it("are few over centuries, and span them", () => {
    const months = railMonths(dayOf("1700-01-01"), dayOf("2031-03-01"));
    expect(months.length).toBeLessThanOrEqual(8);
    expect(Number(months.at(-1)!.name.slice(-4))).toBeGreaterThan(1950);
  });
});

describe("a level's history", () => {
  const points = [0, 0.5].map((level, day) => ({ day, level, band90: [level - 0.2, level + 0.2] as const }));

  it("steps: each value holds until the next day", () => {
    expect(levelDrawing(points, ["low", "high"], [0], 140, 136).line).toBe("M40 60H64V35");
  });

  it("names the states between its cuts, and none beyond a declared one's edge", () => {
    const { names, cuts } = levelDrawing(points, ["none", "low", "high"], ["declared", 0], 140, 136);
    expect(names.map(({ text }) => text)).toEqual(["low", "high"]);
    expect(cuts).toHaveLength(1);
  });
});
