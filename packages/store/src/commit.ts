import { eventProblems } from "@mizan/model/ledger";
import type { Problem } from "@mizan/model";
import type { Engine } from "./engine.ts";
import type { Entry } from "./entry.ts";
import { ConflictError, NotFoundError, UnfitError } from "./errors.ts";
import { rebuildShifts } from "./evidence-table.ts";
import type { Outcome } from "./group-commit.ts";
import { microsecondsOf } from "./instant.ts";
import { judge, type Fit, type FitChange } from "./judgement.ts";
import type { AppendRequest } from "./request.ts";
import { entryOf, seal } from "./seal.ts";
import { flush } from "./flush.ts";
import { noteEvent, openSheet, type Sheet, type StandingCache } from "./sheet.ts";
import { eventOf, eventsOf, recordKey } from "./standing-record.ts";
import type { CaseTable, Writer } from "./tables.ts";

/** What a committed group leaves: an outcome for each request, and the new end of each chain that grew. */
export interface Commit {
  outcomes: Outcome<Entry[]>[];
  tails: CaseTable[];
}

/** Takes in requests, in one transaction: those that fit are written, each of the others gets its error. */
export async function commitRequests(
  engine: Engine,
  requests: readonly AppendRequest[],
  cache: StandingCache,
): Promise<Commit> {
  const byCase = Map.groupBy(requests, ({ caseId }) => caseId);
  const sheets = new Map<string, Sheet>();
  const outcomes = await engine.transaction(async (writer) => {
    await engine.lock(writer, [...byCase.keys()]);
    for (const [caseId, ofCase] of byCase) sheets.set(caseId, await openSheet(writer, caseId, ofCase, cache));
    const taken: Outcome<Entry[]>[] = [];
    for (const request of requests) taken.push(await outcomeOf(engine, writer, sheets.get(request.caseId)!, request));
    for (const sheet of sheets.values()) await flush(engine, writer, sheet);
    return taken;
  });
  const grown = [...sheets.values()].filter(({ written }) => written);
  for (const { caseId, tail, standing } of grown) if (standing) cache.set(caseId, { settled: tail.settled, standing });
  return { outcomes, tails: grown.map(({ tail }) => tail) };
}

async function outcomeOf(
  engine: Engine,
  writer: Writer,
  sheet: Sheet,
  request: AppendRequest,
): Promise<Outcome<Entry[]>> {
  try {
    return { answer: (await keptAnswer(writer, sheet, request)) ?? (await take(engine, writer, sheet, request)) };
  } catch (error) {
    if (error instanceof ConflictError || error instanceof NotFoundError || error instanceof UnfitError)
      return { error };
    throw error;
  }
}

/** The entries that an idempotency key stands for already. */
async function keptAnswer(writer: Writer, sheet: Sheet, request: AppendRequest): Promise<Entry[] | undefined> {
  const kept = request.key === undefined ? undefined : sheet.keys.get(request.key);
  if (!kept) return undefined;
  if (kept.digest !== request.digest)
    throw new ConflictError(`${sheet.caseId}: the key ${request.key} was used for other changes`);
  const rows = await writer
    .selectFrom("entries")
    .selectAll()
    .where("case_id", "=", sheet.caseId)
    .where("sequence", ">=", kept.first)
    .where("sequence", "<=", kept.last)
    .orderBy("sequence")
    .execute();
  const pending = sheet.pending.entries.filter(({ sequence }) => sequence >= kept.first && sequence <= kept.last);
  return [...rows, ...pending].map(entryOf);
}

async function take(engine: Engine, writer: Writer, sheet: Sheet, request: AppendRequest): Promise<Entry[]> {
  if (request.changes.length === 0) {
    noteLoaded(sheet, request);
    return [];
  }
  const fit = await judge(writer, sheet, request);
  const problems = [...fit.problems, ...(await problemsLeft(engine, writer, sheet, fit))];
  if (problems.length > 0) throw new UnfitError(`${sheet.caseId} would not hold together`, problems);

  const rows = fit.changes.map((change) => note(sheet, change, fit, request));
  sheet.standing = fit.standing;
  noteLoaded(sheet, request);
  if (request.key !== undefined) {
    const [first, last] = [rows[0]!.sequence, rows.at(-1)!.sequence];
    const key = { case_id: sheet.caseId, key: request.key, digest: request.digest!, first, last };
    sheet.keys.set(request.key, key);
    sheet.pending.keys.push(key);
  }
  if (fit.termsChanged) {
    await flush(engine, writer, sheet);
    const events = eventsOf(writer, sheet.caseId);
    sheet.tail.known_through = await rebuildShifts(engine, writer, sheet.caseId, fit.standing.terms, events);
    sheet.touched = true;
  }
  return rows.map(entryOf);
}

function noteLoaded(sheet: Sheet, { loaded }: AppendRequest): void {
  if (loaded === undefined) return;
  sheet.tail.loaded = loaded;
  sheet.touched = true;
}

/** Seals one change as the next entry, and notes what the tables beside the chain must say after it. */
function note(sheet: Sheet, change: FitChange, { standing }: Fit, { author, reason }: AppendRequest) {
  const { caseId, tail, pending } = sheet;
  const { action, kind, id, sequence, recorded, before, after, text } = change;
  const row = seal({ caseId, sequence, action, kind, record: id, author, recorded, reason, previous: tail.head }, text);
  tail.length = sequence;
  tail.head = row.hash;
  tail.recorded = recorded;
  sheet.recorded = microsecondsOf(recorded);
  if (kind !== "events") tail.settled = sequence;
  else {
    if (after) sheet.events.set(id, after);
    else sheet.events.delete(id);
    noteEvent(sheet, id, before?.body, after?.body, standing.terms);
  }
  sheet.touched = true;
  pending.entries.push(row);
  const key = recordKey(kind, id);
  pending.records.set(key, { kind, id, stale: pending.records.get(key)?.stale ?? before !== undefined, row: after });
  return row;
}

const mostUnfitEvents = 100;

/** Where something that events count on was taken away, what is wrong with the events that are not changed themselves. */
async function problemsLeft(engine: Engine, writer: Writer, sheet: Sheet, fit: Fit): Promise<Problem[]> {
  if (fit.lost.length === 0 && !fit.openingMoved) return [];
  await flush(engine, writer, sheet);
  const missed = fit.openingMoved ? [] : await missedIds(writer, sheet.caseId, fit);
  if (!fit.openingMoved && missed.length === 0) return [];

  const changed = new Set(fit.changes.flatMap(({ kind, id }) => (kind === "events" ? [id] : [])));
  const holding = missed.map((id) => `"${id}"`);
  const problems: Problem[] = [];
  let unfit = 0;
  for await (const events of eventsOf(writer, sheet.caseId, holding))
    for (const event of events) {
      if (changed.has(event.id)) continue;
      const found = eventProblems(eventOf(event), fit.standing.standing);
      if (found.length > 0 && unfit++ < mostUnfitEvents) problems.push(...found);
    }
  if (unfit > mostUnfitEvents)
    problems.push({ path: ["events"], problem: "more events would not fit", value: unfit - mostUnfitEvents });
  return problems;
}

/** Of what was taken away, the ids that events still count on, as far as the database's counts say. */
async function missedIds(writer: Writer, caseId: string, { lost }: Fit): Promise<string[]> {
  const counted = await writer
    .selectFrom("event_references")
    .select(["kind", "id"])
    .where("case_id", "=", caseId)
    .where("events", ">", 0)
    .execute();
  const still = new Set(counted.map(({ kind, id }) => `${kind} ${id}`));
  const missed = lost.filter(({ kind, id }) => still.has(`${kind} ${id}`));
  return [...new Set(missed.map(({ kind, id }) => (kind === "state" ? id.slice(id.indexOf("/") + 1) : id)))];
}
