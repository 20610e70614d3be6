import { describe, expect, it } from "vitest";
import * as sample from "../gallery/sample.ts";
import * as charts from "../src/index.ts";

const whole = { label: "25 June", x: -0.076 };
const tables: Record<string, charts.DrawingTable> = {
  actorNetworkTable: charts.actorNetworkTable(sample.actors, sample.ties),
  coursesTable: charts.coursesTable(sample.courses, sample.stateFactors, sample.outcomes),
  impactMatrixTable: charts.impactMatrixTable(sample.stateFactors, sample.impactCells),
  contributionsTable: charts.contributionsTable(whole, sample.parts, whole),
  eventTimelineTable: charts.eventTimelineTable(0, sample.today + 40, sample.timelineEvents, sample.sides),
  factorLevelsTable: charts.factorLevelsTable(sample.factors),
  indexOverTimeTable: charts.indexOverTimeTable(sample.points, sample.sides),
  seatBarTable: charts.seatBarTable(sample.lists),
};

describe("the data of a drawing as a table", () => {
  it("is looked at here for every drawing that has one", () => {
    expect(Object.keys(tables).toSorted()).toEqual(
      Object.keys(charts)
        .filter((name) => name.endsWith("Table"))
        .toSorted(),
    );
  });

  it.each(Object.entries(tables))("holds no number that does not open: %s", (_, { columns, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const words = rows.flat().filter((cell) => typeof cell === "string");
    expect(words.filter((word) => /^[−+<>-]?\d[\d,.]*%?( to |$)/.test(word))).toEqual([]);
  });
});
