/** The kinds of record a case is made of, in reading order; also the names of its YAML files and JSON keys. */
export const recordKinds = [
  "sources",
  "actors",
  "ties",
  "events",
  "factors",
  "impacts",
  "options",
  "outcomes",
  "judgements",
  "indicators",
  "stakeholders",
  "chamber",
  "alerts",
] as const;
export type RecordKind = (typeof recordKinds)[number];
