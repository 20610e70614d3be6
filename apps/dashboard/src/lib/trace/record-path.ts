import type { TraceRecord } from "@mizan/model/words";

/** The page of a case on which a record stands, relative to the case. */
export function recordPath({ kind, id }: Pick<TraceRecord, "kind" | "id">): string {
  switch (kind) {
    case "events":
    case "actors":
    case "factors":
      return `${kind}/${id}`;
    case "indicators":
    case "judgements":
    case "sources":
    case "stakeholders":
      return kind;
    case "alerts":
      return "indicators";
    case "chamber":
      return "parliament";
    case "impacts":
    case "options":
    case "outcomes":
      return "scenarios";
    case "case":
      return "method";
    default:
      return "";
  }
}
