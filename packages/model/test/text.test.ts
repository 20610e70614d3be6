import { describe, expect, it } from "vitest";
import { direction, inLanguage, LanguageMap, nearest, Text } from "../src/index.ts";

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
