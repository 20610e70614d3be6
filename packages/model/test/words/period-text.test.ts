import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/index.ts";
import { dayText, periodText, periodTextWithin } from "../../src/words/index.ts";

describe("periodText", () => {
  it.each([
    ["2020", "2020"],
    ["2020-02", "February 2020"],
    ["2020-06-26", "26 June 2020"],
    ["2020-06-26T14:00:00Z", "26 June 2020"],
    ["../2020-05-12", "by 12 May 2020"],
    ["2020-05/..", "since May 2020"],
    ["2020-07-01~", "about 1 July 2020"],
    ["2020-07?", "July 2020 (uncertain)"],
    ["2020-03/2020-06", "March 2020 to June 2020"],
  ])("says %s as %s", (period, words) => expect(periodText(period)).toBe(words));

  it("leaves out a year that goes without saying", () => {
    expect(periodTextWithin("../2020-05-12", 2020)).toBe("by 12 May");
    expect(periodTextWithin("2019-11/2020-02", 2020)).toBe("Nov 2019 to Feb");
  });
  it("names the weekday where it is asked to", () => {
    expect(dayText(dayOf("2020-07-08"), "full")).toBe("Wed 8 Jul 2020");
    expect(dayText(dayOf("1969-12-31"), "full")).toBe("Wed 31 Dec 1969");
    expect(dayText(dayOf("2020-07-08"), "short")).toBe("8 Jul");
  });
});
