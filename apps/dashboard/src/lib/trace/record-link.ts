import type { TraceRecord } from "@mizan/model/words";
import { caseLink } from "#lib/case-link.ts";
import { recordAnchor, recordPath } from "./record-path.ts";

/** The address of a record of the present case, at its place on the page; undefined for one that has no page. */
export function recordLink(record: Pick<TraceRecord, "kind" | "id">): string | undefined {
  const path = recordPath(record);
  return path === "" ? undefined : `${caseLink(path)}${recordAnchor(record)}`;
}
