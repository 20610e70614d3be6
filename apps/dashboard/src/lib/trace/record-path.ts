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

/** Kinds that share a page on which each record has its own place. */
const placed: ReadonlySet<TraceRecord["kind"]> = new Set(["indicators", "judgements", "sources"]);

/** The place of a record on its page, as the end of an address; empty for one that has the page to itself. */
export function recordAnchor({ kind, id }: Pick<TraceRecord, "kind" | "id">): string {
  return placed.has(kind) ? `#${id}` : "";
}
