import type { Basis, Case, TieKind } from "@mizan/model";
import type { Action } from "@mizan/store";

const reliability: Readonly<Record<string, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

const credibility: Readonly<Record<string, string>> = {
  "1": "confirmed",
  "2": "probably true",
  "3": "possibly true",
  "4": "doubtful",
  "5": "improbable",
  "6": "truth cannot be judged",
};

/** An Admiralty grade in words: B2 is "usually reliable, probably true". */
export function gradeWords(grade: string): string {
  return `${reliability[grade[0]!]}, ${credibility[grade[1]!]}`;
}

/** What a record rests on, as a sentence. */
export const basisWords: Readonly<Record<Basis, string>> = {
  text: "The paragraph cited says it.",
  inverted: "The paragraph cited says the converse.",
  outside: "A source outside the assessment says it.",
  author: "The case author's judgement.",
};

/** A tie as a verb phrase, from its first actor to its second, and the other way round. */
export const tieWords: Readonly<Record<TieKind, readonly [out: string, into: string]>> = {
  membership: ["is part of", "includes"],
  command: ["commands", "is commanded by"],
  support: ["supports", "is supported by"],
  funding: ["pays", "is paid by"],
  alliance: ["is allied with", "is allied with"],
  allegiance: ["follows", "is followed by"],
  opposition: ["opposes", "is opposed by"],
};

/** What an entry of the ledger did with its record. */
export const actionWords: Readonly<Record<Action, string>> = {
  add: "added",
  amend: "amended",
  retract: "retracted",
};

/** A side of the case by its pole's name. */
export function sideName({ sides }: Pick<Case["case"], "sides">, side: "positive" | "negative" | "neither"): string {
  if (side === "neither" || !sides) return "Neither side";
  return sides[side].name["en"] ?? Object.values(sides[side].name)[0]!;
}
