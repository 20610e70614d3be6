import type { RecordKind } from "../record-kind.ts";

const names: Readonly<Record<RecordKind | "case", string>> = {
  case: "frame",
  sources: "source",
  actors: "actor",
  ties: "tie",
  events: "event",
  factors: "factor",
  impacts: "impact",
  options: "option",
  outcomes: "outcome",
  judgements: "judgement",
  indicators: "indicator",
  stakeholders: "stakeholder",
  chamber: "list",
  alerts: "alert",
};

/** What one record of a kind is called, or the frame of a case. */
export function kindName(kind: RecordKind | "case"): string {
  return names[kind];
}
