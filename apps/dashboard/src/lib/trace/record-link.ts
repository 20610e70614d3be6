import type { TraceRecord } from "@mizan/model/words";
import { caseLink } from "#lib/case-link.ts";
import { recordPath } from "./record-path.ts";

/** Kinds that share a page on which each record has its own place. */
const placed: ReadonlySet<TraceRecord["kind"]> = new Set(["indicators", "judgements", "sources"]);

/** The address of a record of the present case, at its place on the page; undefined for one that has no page. */
export function recordLink({ kind, id }: Pick<TraceRecord, "kind" | "id">): string | undefined {
  const path = recordPath({ kind, id });
  if (path === "") return undefined;
  return placed.has(kind) ? `${caseLink(path)}#${id}` : caseLink(path);
}
