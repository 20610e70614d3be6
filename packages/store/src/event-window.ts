import type { Event } from "@mizan/model";
import { tailOf } from "./reading.ts";
import { readSpans } from "./spans.ts";
import { currentRows, readEvents } from "./standing-record.ts";
import type { EventWindow, EventWindowOptions } from "./store.ts";
import { forever, type Reader } from "./tables.ts";

/**
 * The events that a reading holds one by one: all of them where they are few enough, else the newest that had begun, those
 * that are expected and those that set a state; how many began on each day, of all that could be known; and what all come
 * to.
 */
export async function readWindow(db: Reader, caseId: string, options: EventWindowOptions): Promise<EventWindow> {
  const { asOf, knownAt = forever, most } = options;
  await tailOf(db, caseId);
  const days = await db
    .selectFrom("event_days")
    .select(({ fn }) => ["start_day", fn.countAll<number>().as("count")])
    .where("case_id", "=", caseId)
    .where("expected", "=", 0)
    .where("known_from", "<=", knownAt)
    .groupBy("start_day")
    .orderBy("start_day")
    .execute();
  const counts = days.map(({ start_day: day, count }) => ({ day, count: Number(count) }));
  const held = () => db.selectFrom("event_days").select("event").where("case_id", "=", caseId);
  const few = await held()
    .limit(most + 1)
    .execute();
  if (few.length <= most) {
    const rows = await currentRows(db, caseId).where("records.kind", "=", "events").orderBy("records.place").execute();
    return { events: rows.map(({ body }) => JSON.parse(body!) as Event), whole: true, days: counts, spans: [] };
  }
  const newest = await held()
    .where("start_day", "<=", asOf)
    .where("known_from", "<=", knownAt)
    .orderBy("end_day", "desc")
    .orderBy("start_day", "desc")
    .limit(most)
    .execute();
  const always = await held()
    .where((eb) => eb.or([eb("expected", "=", 1), eb("sets", "=", 1)]))
    .execute();
  const ids = [...new Set([...newest, ...always].map(({ event }) => event))];
  const records = (await readEvents(db, caseId, ids)).toSorted((a, b) => a.place - b.place);
  const spans = await readSpans(db, caseId, options);
  return { events: records.map(({ body }) => body as Event), whole: false, days: counts, spans };
}
