import { direction, type LanguageMap } from "@mizan/model";

/** A name in the other language of the case: the Arabic for an English reader, the English for an Arabic one. */
export interface OtherName {
  text: string;
  language: string;
  direction: "ltr" | "rtl";
}

/** The name in the first language that is not the reader's, a right-to-left one before others. */
export function otherName(name: LanguageMap, language = "en"): OtherName | undefined {
  const others = Object.keys(name).filter((tag) => tag !== language && name[tag] !== name[language]);
  if (name[language] === undefined) return undefined;
  const tag = others.find((other) => direction(other) !== direction(language)) ?? others[0];
  return tag === undefined ? undefined : { text: name[tag]!, language: tag, direction: direction(tag) };
}
