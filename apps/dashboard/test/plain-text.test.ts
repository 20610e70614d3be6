import { describe, expect, it } from "vitest";
import { holds } from "../src/lib/server/plain-text.ts";

describe("a search", () => {
  it("finds words whatever their case, accents and apostrophes", () => {
    expect(holds(["Kata'ib Hezbollah"], "KATAIB hezb")).toBe(true);
    expect(holds(["Café"], "cafe")).toBe(true);
  });

  it("finds Arabic without its vowel marks", () => {
    expect(holds(["كَتائِب حزب الله"], "كتائب")).toBe(true);
  });

  it.each([
    ["هشام الهاشمي", "الهاشمى"],
    ["مصطفى الكاظمي", "مصطفي الكاظمي"],
    ["أحمد", "احمد"],
    ["إسلام آباد", "اسلام اباد"],
    ["المقاومة", "المقاومه"],
    ["مؤتمر", "موتمر"],
    ["رئيس", "رييس"],
    ["كتائب", "كتـــائب"],
    ["فوج ١٤", "فوج 14"],
    ["فوج 14", "فوج ۱۴"],
    ["Ḥizb Allāh", "hizb allah"],
  ])("finds %s by %s", (text, query) => {
    expect(holds([text], query)).toBe(true);
  });

  it("wants every word, in any order and any text", () => {
    expect(holds(["raid", "in Baghdad"], "baghdad raid")).toBe(true);
    expect(holds(["raid"], "baghdad raid")).toBe(false);
  });

  it("for nothing finds everything", () => {
    expect(holds([undefined], " ")).toBe(true);
  });
});
