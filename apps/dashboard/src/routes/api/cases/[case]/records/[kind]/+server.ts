import { answering } from "#lib/server/api/problem.ts";
import { addRecord, listRecords } from "#lib/server/api/records.ts";

export function GET({ params, url }) {
  return answering(() => listRecords(params.case, params.kind, url));
}

export function POST({ params, request }) {
  return answering(() => addRecord(params.case, params.kind, request));
}
