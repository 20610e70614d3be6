import type { Engine } from "./engine.ts";
import { nothingPending, sumChanges, type PendingRecord, type Sheet } from "./sheet.ts";
import type { ShiftTable, Writer } from "./tables.ts";

/** The longest list of ids put into one query. */
const mostIds = 5000;

/** Gives the database what a sheet has pending. The transaction stays open. */
export async function flush(engine: Engine, writer: Writer, sheet: Sheet): Promise<void> {
  const { caseId, tail, pending } = sheet;
  if (sheet.touched) await writeTail(engine, writer, sheet);
  sheet.touched = false;
  if (pending.entries.length === 0) return;
  sheet.pending = nothingPending();
  sheet.written = true;

  await engine.insert(writer, "entries", pending.entries);
  await engine.insert(writer, "keys", pending.keys);
  await writeRecords(engine, writer, caseId, [...pending.records.values()]);
  const gone = await withdrawShifts(writer, caseId, [...pending.unshifted]);
  await engine.insert(writer, "shifts", [...pending.shifts.values()].flat());
  await engine.insert(writer, "event_days", [...pending.days.values()]);
  await engine.insert(writer, "sums", [...sumChanges(pending, gone).values()]);
  const references = [...pending.references.values()].filter(({ events }) => events !== 0);
  await engine.insert(
    writer,
    "event_references",
    references.map(({ kind, id, events }) => ({ case_id: caseId, kind, id, events })),
  );
  await engine.announce(writer, caseId, tail.length);
}

async function writeTail(engine: Engine, writer: Writer, { caseId, tail }: Sheet): Promise<void> {
  await writer.deleteFrom("cases").where("case_id", "=", caseId).execute();
  await engine.insert(writer, "cases", [tail]);
}

async function writeRecords(
  engine: Engine,
  writer: Writer,
  caseId: string,
  records: readonly PendingRecord[],
): Promise<void> {
  const stale = records.filter((record) => record.stale);
  for (const [kind, ofKind] of Map.groupBy(stale, (record) => record.kind))
    for (const ids of inParts(ofKind.map(({ id }) => id)))
      await writer
        .deleteFrom("records")
        .where("case_id", "=", caseId)
        .where("kind", "=", kind)
        .where("record", "in", ids)
        .execute();
  await engine.insert(
    writer,
    "records",
    records.flatMap(({ kind, id, row }) =>
      row ? [{ case_id: caseId, kind, record: id, place: row.place, version: row.version }] : [],
    ),
  );
}

/** Takes out what the database keeps of some events. Gives their shifts. */
async function withdrawShifts(writer: Writer, caseId: string, events: readonly string[]): Promise<ShiftTable[]> {
  const gone: ShiftTable[] = [];
  for (const ids of inParts(events)) {
    await writer.deleteFrom("event_days").where("case_id", "=", caseId).where("event", "in", ids).execute();
    gone.push(
      ...(await writer
        .deleteFrom("shifts")
        .where("case_id", "=", caseId)
        .where("event", "in", ids)
        .returningAll()
        .execute()),
    );
  }
  return gone;
}

function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / mostIds) }, (_, i) => list.slice(i * mostIds, (i + 1) * mostIds));
}
