import { describe, expect, it } from "vitest";
import { dayFrom, dayOf, isoDate } from "../src/index.ts";

describe("dayFrom", () => {
  it("is the day of an ISO date, which gives the date back", () => {
    expect(dayFrom("1970-01-02")).toBe(1);
    for (const date of ["0001-01-01", "2020-02-29", "9999-12-31"]) expect(isoDate(dayFrom(date)!)).toBe(date);
    expect(dayFrom("2020-07-08")).toBe(dayOf("2020-07-08"));
  });

  it.each([
    "",
    "2020",
    "2020-6-1",
    "2020-02-30",
    "2021-02-29",
    "2020-13-01",
    " 2020-07-08",
    "2020-07-08T00:00",
    "soon",
  ])("is undefined for %j", (text) => expect(dayFrom(text)).toBeUndefined());
});
