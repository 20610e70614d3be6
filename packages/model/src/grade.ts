import * as z from "zod";

/** How far a source is trusted: A completely, B usually, C fairly, D not usually, E not at all; F cannot be judged. */
export const Reliability = z.enum(["A", "B", "C", "D", "E", "F"]);
export type Reliability = z.infer<typeof Reliability>;

/** How far a report is believed: 1 confirmed, 2 probably, 3 possibly true, 4 doubtful, 5 improbable; 6 cannot be judged. */
export const Credibility = z.enum(["1", "2", "3", "4", "5", "6"]);
export type Credibility = z.infer<typeof Credibility>;

/** An Admiralty grade: reliability of the source, then credibility of the report, such as "B2". F and 6 are not "worst". */
export const Grade = z.templateLiteral([Reliability, Credibility], "expected a grade from A1 to F6");
export type Grade = z.infer<typeof Grade>;
