import * as z from "zod";
import { hintText, Id, nearest, recordKinds, type Case, type Day, type RecordKind } from "@mizan/model";
import { ConflictError, type EntryKind, type StoredRecord } from "@mizan/store";
import { begunBy } from "../begun.ts";
import { mostHeld } from "../case-at.ts";
import { readingAt } from "../reading.ts";
import { ledger } from "../store.ts";
import { knownFromNow, write } from "../write.ts";
import { jsonResponse } from "./answer.ts";
import { jsonBody } from "./body.ts";
import { mergePatch } from "./merge-patch.ts";
import { ApiError } from "./api-error.ts";
import { clockParameters, ClockQuery, dayAsked, queryOf, wholeParameter } from "./query.ts";

const mostRecords = 1000;
export const ListQuery = z.object({
  ...clockParameters,
  after: Id.optional(),
  limit: wholeParameter(1, mostRecords).optional(),
});
export const ReasonQuery = z.object({ reason: z.string().max(20_000).optional() });

/** A kind of record by its name in an address, the frame of a case being `case`. */
export function kindOf(name: string): EntryKind {
  const kinds: readonly string[] = ["case", ...recordKinds];
  if (kinds.includes(name)) return name as EntryKind;
  throw new ApiError(404, `unknown kind of record: ${name}${hintText(nearest(name, kinds))}`);
}

/** Records of one kind, page by page; with a clock given, as they stood then. */
export async function listRecords(id: string, name: string, url: URL): Promise<Response> {
  const kind = kindOf(name);
  const { asOf, knownAt, after, limit = 100 } = queryOf(url, ListQuery);
  const now = asOf === undefined && knownAt === undefined;
  if (kind === "case") {
    if (now) return jsonResponse({ records: [listed(await (await ledger()).record(id, "case", id))] });
    const { balance } = await readingAt(id, dayAsked(asOf), dayAsked(knownAt));
    return jsonResponse({ records: [{ id, record: balance.study.case }] });
  }
  if (now) {
    const { records, next } = await (await ledger()).records(id, kind, { after, limit });
    return jsonResponse({ records: records.map(listed), ...(next === undefined ? {} : { next }) });
  }
  const { balance, events } = await readingAt(id, dayAsked(asOf), dayAsked(knownAt));
  if (kind === "events" && !events.whole)
    throw new ApiError(
      422,
      `events are listed at a moment for cases of at most ${mostHeld}; this one has ${events.count}`,
    );
  const records = recordsAt(balance.study, kind, balance.asOf);
  const start = after === undefined ? 0 : records.findIndex((record) => record.id === after) + 1;
  if (after !== undefined && start === 0) throw new ApiError(404, `no page starts after ${after}`);
  const page = records.slice(start, start + limit);
  const next = start + limit < records.length ? { next: page.at(-1)!.id } : {};
  return jsonResponse({ records: page.map((record) => ({ id: record.id, record })), ...next });
}

function recordsAt(study: Case, kind: RecordKind, asOf: Day): readonly { id: string }[] {
  return kind === "events" ? begunBy(study, asOf) : study[kind];
}

function listed({ id, version, recorded, body }: StoredRecord) {
  return { id, version, recorded, record: body };
}

/** One record with its version as entity tag; with a clock given, as it stood then and without one. */
export async function getRecord(id: string, name: string, record: string, url: URL): Promise<Response> {
  const kind = kindOf(name);
  const { asOf, knownAt } = queryOf(url, ClockQuery);
  if (asOf === undefined && knownAt === undefined) {
    const stored = await (await ledger()).record(id, kind, record);
    return jsonResponse(stored.body, { etag: tagOf(stored.version) });
  }
  const { balance } = await readingAt(id, dayAsked(asOf), dayAsked(knownAt), kind === "events" ? record : undefined);
  const found =
    kind === "case"
      ? [balance.study.case].find((frame) => frame.id === record)
      : recordsAt(balance.study, kind, balance.asOf).find((candidate) => candidate.id === record);
  if (!found) throw new ApiError(404, `${id}: ${kind} ${record}: no such record at that moment`);
  return jsonResponse(found);
}

/** Takes a new record in. An event that is logged is known from now on, whatever day its reports are of: METHODS §10. */
export async function addRecord(id: string, name: string, request: Request): Promise<Response> {
  const kind = kindOf(name);
  if (kind === "case") throw new ApiError(405, "a case has one frame: amend it", { headers: { allow: "GET, HEAD" } });
  const key = request.headers.get("idempotency-key") ?? undefined;
  const sent = await jsonBody(request, "application/json");
  const body = kind === "events" ? knownFromNow(sent) : sent;
  const reason = reasonOf(request);
  const entry = await write(id, { action: "add", kind, body }, { key, asked: [kind, sent], reason }).catch(taken);
  return jsonResponse(entry.body, {
    status: 201,
    etag: tagOf(entry.sequence),
    location: `/api/cases/${id}/records/${kind}/${entry.record}`,
  });
}

/** An id that is in use is a conflict, not a stale version. */
function taken(error: unknown): never {
  if (!(error instanceof ConflictError) || !error.current) throw error;
  const { version, body } = error.current;
  throw new ApiError(409, error.message, {
    current: { version, record: body },
    headers: { etag: tagOf(version) },
    cause: error,
  });
}

/** Amends a record by a merge patch, if it still stands as it was read. */
export async function amendRecord(id: string, name: string, record: string, request: Request): Promise<Response> {
  const kind = kindOf(name);
  const version = versionRead(request);
  const patch = await jsonBody(request, "application/merge-patch+json");
  const current = await (await ledger()).record(id, kind, record);
  const body = mergePatch(current.body, patch);
  const entry = await write(id, { action: "amend", kind, record, version, body }, { reason: reasonOf(request) });
  return jsonResponse(entry.body, { etag: tagOf(entry.sequence) });
}

/** Withdraws a record, if it still stands as it was read. */
export async function retractRecord(id: string, name: string, record: string, request: Request): Promise<Response> {
  const kind = kindOf(name);
  const version = versionRead(request);
  await write(id, { action: "retract", kind, record, version }, { reason: reasonOf(request) });
  return new Response(null, { status: 204 });
}

function reasonOf(request: Request): string | undefined {
  return queryOf(new URL(request.url), ReasonQuery).reason;
}

function tagOf(version: number): string {
  return `"${version}"`;
}

/** The version that a change was made from: `If-Match` must name one. */
function versionRead(request: Request): number {
  const tag = request.headers.get("if-match");
  if (tag === null) throw new ApiError(428, "If-Match is missing: send the entity tag that the record was read with");
  const [, version] = /^"(\d{1,15})"$/.exec(tag.trim()) ?? [];
  if (version === undefined) throw new ApiError(412, `If-Match names no version of a record: ${tag}`);
  return Number(version);
}
