import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, edtf, isoDate, Period, spanOf } from "../src/index.ts";

const span = (text: string) => {
  const { start, end, ...rest } = spanOf(text);
  return {
    start: start === undefined ? undefined : isoDate(start),
    end: end === undefined ? undefined : isoDate(end),
    ...rest,
  };
};
const plain = { approximate: false, uncertain: false };

describe("edtf", () => {
  it.each([
    ["2020", "2020-01-01", "2020-12-31", "year"],
    ["2020-02", "2020-02-01", "2020-02-29", "month"],
    ["2021-02", "2021-02-01", "2021-02-28", "month"],
    ["2020-12", "2020-12-01", "2020-12-31", "month"],
    ["9999-12", "9999-12-01", "9999-12-31", "month"],
    ["2020-06-26", "2020-06-26", "2020-06-26", "day"],
    ["2020-06-26T23:30:00Z", "2020-06-26", "2020-06-26", "instant"],
    ["2020-06-26T23:30:00-03:00", "2020-06-27", "2020-06-27", "instant"],
    ["2020-05/2020-06-12", "2020-05-01", "2020-06-12", "interval"],
    ["2020-05/..", "2020-05-01", undefined, "interval"],
    ["../2020-05-12", undefined, "2020-05-12", "interval"],
    ["2020-05/", "2020-05-01", undefined, "interval"],
    ["/2020-05-12", undefined, "2020-05-12", "interval"],
    ["0099-03-01", "0099-03-01", "0099-03-01", "day"],
  ])("reads %s as %s to %s", (text, start, end, precision) => {
    expect(span(text)).toEqual({ start, end, precision, ...plain });
  });

  it("reads the marks for about and uncertain, at either end of an interval", () => {
    expect(span("2020-07-01~")).toMatchObject({ approximate: true, uncertain: false });
    expect(span("2020?")).toMatchObject({ approximate: false, uncertain: true });
    expect(span("2020-07%")).toMatchObject({ approximate: true, uncertain: true });
    expect(span("2020-05~/2020-06?")).toMatchObject({ approximate: true, uncertain: true });
  });

  it.each(["", "..", "../..", "/", "20", "2020-13", "2020-00", "2020-02-30", "2021-02-29", "2020-6-1", "26 June 2020"])(
    "refuses %j",
    (text) => expect(edtf(text)).toHaveProperty("problem"),
  );

  it.each([
    "2020-06/2020-05",
    "2020/2019",
    "2020-01/2020-02/2020-03",
    "2020-06-26T25:00:00Z",
    "2020-06-26T10:00:00+99:00",
  ])("refuses %j", (text) => expect(edtf(text)).toHaveProperty("problem"));

  it("is what Period accepts and refuses, with the reason", () => {
    expect(Period.parse("2020-05/..")).toBe("2020-05/..");
    expect(Period.safeParse("2020-02-30").error?.issues).toMatchObject([{ message: "no such day in the calendar" }]);
  });

  it("gives every written day back", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf("0001-01-01"), max: dayOf("9999-12-31") }), (day) => {
        expect(spanOf(isoDate(day))).toMatchObject({ start: day, end: day });
      }),
    );
  });
});
