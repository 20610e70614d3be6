import { dayOf, type Event } from "@mizan/model";
import { shiftTerms } from "@mizan/model/ledger";
import { describe, expect, it } from "vitest";
import { shiftRows } from "../src/shift-row.ts";
import { forever } from "../src/tables.ts";
import { bridge, raid } from "./studies.ts";

const terms = shiftTerms(bridge);
const stretches = (event: unknown) =>
  shiftRows("bridge", event as Event, terms).map(({ factor, known_from, known_until }) => [
    factor,
    known_from,
    known_until,
  ]);

describe("shiftRows", () => {
  it("gives a row for each stretch of days in which the same was known", () => {
    const [first, second] = [dayOf("2021-03-02"), dayOf("2021-04-10")];
    expect(stretches(bridge.events[0])).toEqual([
      ["bridge", first, second],
      ["bridge", second, forever],
    ]);
  });

  it("gives one row where a later report changes nothing", () => {
    const citations = [
      { source: "chronicle", published: "2021-05-05", grade: "A1" },
      { source: "gazette", published: "2021-06-05", grade: "D4" },
    ];
    expect(stretches(raid("one", { citations }))).toEqual([["bridge", dayOf("2021-05-05"), forever]]);
  });

  it("goes by the event's own known day where it has one", () => {
    expect(stretches({ ...bridge.events[0], known: "2021-09-01" })).toEqual([["bridge", dayOf("2021-09-01"), forever]]);
  });

  it("gives nothing for an event that moves nothing", () => {
    expect(stretches(raid("one", { effects: [] }))).toEqual([]);
    expect(stretches(raid("one", { expected: true }))).toEqual([]);
  });
});
