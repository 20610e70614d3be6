import * as z from "zod";
import { Citation } from "./citation.ts";
import { Id } from "./id.ts";
import { Method } from "./method.ts";
import { Period } from "./period.ts";
import { SourceId } from "./source.ts";
import { LanguageMap, Text } from "./text.ts";

export const CaseId = Id.brand<"CaseId">();
export type CaseId = z.infer<typeof CaseId>;

/** One pole of the contest, as a label and as it stands in a sentence ("the pro-Iran militias"). */
const Pole = z.strictObject({ name: LanguageMap, shortName: LanguageMap.optional(), inSentence: Text });

/** A question on which actors take positions, with the scale those are given on. */
const Issue = z.strictObject({
  id: Id,
  question: LanguageMap,
  scale: z.strictObject({ from: z.number(), to: z.number(), fromMeans: Text, toMeans: Text }),
});

/** The vote that the chamber's lists are for or against. */
const Motion = z.strictObject({
  chamber: LanguageMap,
  name: LanguageMap,
  /** Members whose votes carry it; an absentee counts against. */
  quota: z.int().positive(),
  members: z.int().positive(),
  citations: z.array(Citation).min(1),
  note: Text.optional(),
});

/** What frames a case: its question, sides, period, marking and method. Kept in `case.yaml`. */
export const Frame = z.strictObject({
  id: CaseId,
  title: LanguageMap,
  /** A few words for headers and tabs. */
  shortTitle: LanguageMap.optional(),
  question: LanguageMap,
  summary: Text,
  /** From the opening day to the last; an open end means that the case is still being kept. */
  period: Period,
  /** Handling marking, printed on every page: "TLP:CLEAR". */
  marking: Text,
  /** The assessment the case was made from; the places of its citations are that text's. */
  assessment: SourceId.optional(),
  sides: z.strictObject({ positive: Pole, negative: Pole }).optional(),
  issues: z.array(Issue).optional(),
  motion: Motion.optional(),
  /** Only what differs from the default table. */
  method: Method.partial().optional(),
  methodRationale: Text.optional(),
});
export type Frame = z.infer<typeof Frame>;
