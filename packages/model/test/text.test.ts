import { describe, expect, it } from "vitest";
import {
  bandText,
  dayOf,
  dayText,
  direction,
  figureText,
  inLanguage,
  LanguageMap,
  nearest,
  periodText,
  periodTextWithin,
  Text,
} from "../src/index.ts";

describe("Text", () => {
  it("loses bidirectional override characters and the space around it", () => {
    expect(Text.parse("  a\u202Eb\u2066c\u200F ")).toBe("abc");
  });
  it("is never empty, not even when only overrides were in it", () => {
    expect(Text.safeParse("\u202E ").success).toBe(false);
  });
});

describe("a language map", () => {
  it("takes any BCP 47 tag and at least one text", () => {
    expect(LanguageMap.safeParse({ en: "Badr", ar: "بدر", "zh-Hant": "巴德爾" }).success).toBe(true);
    expect(LanguageMap.safeParse({}).success).toBe(false);
    expect(LanguageMap.safeParse({ English: "Badr" }).success).toBe(false);
  });
  it("is read in the language asked for, else English, else the first", () => {
    expect(inLanguage({ en: "Badr", ar: "بدر" }, "ar")).toBe("بدر");
    expect(inLanguage({ en: "Badr", ar: "بدر" }, "fr")).toBe("Badr");
    expect(inLanguage({ ar: "بدر" }, "fr")).toBe("بدر");
  });
  it("is written from the right in Arabic, Hebrew and Persian", () => {
    expect(["ar", "ar-IQ", "he", "fa", "en", "de"].map(direction)).toEqual(["rtl", "rtl", "rtl", "rtl", "ltr", "ltr"]);
  });
});

describe("figureText", () => {
  it.each([
    [-24.4, "points", "−24"],
    [24.5, "points", "+25"],
    [-0.4, "points", "0"],
    [-0.52, "level", "−52"],
    [-0.5731, "x", "−0.573"],
    [0, "x", "0.000"],
    [0.004, "share", "<1%"],
    [0.996, "share", ">99%"],
    [0, "share", "0%"],
    [1, "share", "100%"],
    [0.08, "share", "8%"],
    [0.8, "fraction", "0.80"],
    [-3, "steps", "−3"],
    [1234567, "count", "1,234,567"],
    [0.25, "number", "0.25"],
    [-0.2, "number", "−0.2"],
  ] as const)("writes %s as %s: %s", (value, form, text) => expect(figureText(value, form)).toBe(text));

  it("writes a band from low to high", () => {
    expect(bandText([-49.2, 5.1], "points")).toBe("−49 to +5");
  });
});

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

describe("nearest", () => {
  it("finds the candidate a slip of the keys away, swapped letters counting once", () => {
    expect(nearest("serbiaa", ["austria", "serbia"])).toBe("serbia");
    expect(nearest("credibiltiy", ["credibility", "capital"])).toBe("credibility");
  });
  it("stays silent where nothing is near", () => {
    expect(nearest("pmu", ["credibility", "coercion"])).toBeUndefined();
    expect(nearest("pmu", [])).toBeUndefined();
  });
});
