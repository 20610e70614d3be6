import { answering } from "#lib/server/api/problem.ts";
import { amendRecord, getRecord, retractRecord } from "#lib/server/api/records.ts";

export function GET({ params, url }) {
  return answering(() => getRecord(params.case, params.kind, params.record, url));
}

export function PATCH({ params, request }) {
  return answering(() => amendRecord(params.case, params.kind, params.record, request));
}

export function DELETE({ params, request }) {
  return answering(() => retractRecord(params.case, params.kind, params.record, request));
}
