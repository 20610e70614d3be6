import type { LanguageMap } from "./text.ts";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The direction a language is written in, by the primary part of its tag. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0]!) ? "rtl" : "ltr";
}

/** The text in the language asked for, else in English, else in the first language given. */
export function inLanguage(map: LanguageMap, language = "en"): string {
  return map[language] ?? map["en"] ?? Object.values(map)[0] ?? "";
}
