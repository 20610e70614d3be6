import { sql } from "kysely";
import type { Reader } from "./tables.ts";

/**
 * The records of a case as its first entries leave them: of each record that was not withdrawn the last entry, and the
 * place it has by the entry that added it.
 */
export function foldedRecords(db: Reader, caseId: string, upTo?: number) {
  return db
    .selectFrom("entries as e")
    .where("e.case_id", "=", caseId)
    .where("e.action", "!=", "retract")
    .$if(upTo !== undefined, (query) => query.where("e.sequence", "<=", upTo!))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("entries as later")
            .select("later.sequence")
            .where("later.case_id", "=", caseId)
            .whereRef("later.kind", "=", "e.kind")
            .whereRef("later.record", "=", "e.record")
            .whereRef("later.sequence", ">", "e.sequence")
            .$if(upTo !== undefined, (query) => query.where("later.sequence", "<=", upTo!)),
        ),
      ),
    )
    .select((eb) => [
      "e.case_id",
      "e.kind",
      "e.record",
      eb
        .case()
        .when("e.action", "=", "add")
        .then(eb.ref("e.sequence"))
        .else(
          eb
            .selectFrom("entries as added")
            .select(({ fn }) => fn.max("added.sequence").as("place"))
            .where("added.case_id", "=", caseId)
            .whereRef("added.kind", "=", "e.kind")
            .whereRef("added.record", "=", "e.record")
            .where("added.action", "=", "add")
            .whereRef("added.sequence", "<", "e.sequence"),
        )
        .end()
        .$castTo<number>()
        .as("place"),
      "e.sequence as version",
    ]);
}

/** Writes the table of current records anew from the chain. */
export async function rebuildRecords(db: Reader, caseId: string): Promise<void> {
  await db.deleteFrom("records").where("case_id", "=", caseId).execute();
  await db
    .insertInto("records")
    .columns(["case_id", "kind", "record", "place", "version"])
    .expression(foldedRecords(db, caseId))
    .execute();
}

/** Writes the table of current records of a chain of nothing but additions. */
export async function writeFirstRecords(db: Reader, caseId: string): Promise<void> {
  await db
    .insertInto("records")
    .columns(["case_id", "kind", "record", "place", "version"])
    .expression((eb) =>
      eb
        .selectFrom("entries")
        .select(["case_id", "kind", "record", "sequence as place", "sequence as version"])
        .where("case_id", "=", caseId),
    )
    .execute();
}

/** Records of which the table of current records says something else than the chain, by the entry it is about. */
export async function misreadRecords(
  db: Reader,
  caseId: string,
): Promise<{ kind: string; record: string; version: number }[]> {
  const rows = () =>
    db.selectFrom("records").select(["case_id", "kind", "record", "place", "version"]).where("case_id", "=", caseId);
  const only = (query: ReturnType<typeof rows>) =>
    db.selectFrom(query.as("wrong")).select(["wrong.kind", "wrong.record", "wrong.version"]).execute();
  const folded = foldedRecords(db, caseId) as unknown as ReturnType<typeof rows>;
  const wrong = [...(await only(folded.except(rows()))), ...(await only(rows().except(folded)))];
  return wrong.toSorted((a, b) => a.version - b.version);
}

/** The last entry recorded by an instant, in microseconds; entries rise in time, so it is found by halving. */
export async function sequenceAt(db: Reader, caseId: string, instant: string, length: number): Promise<number> {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const entry = await db
      .selectFrom("entries")
      .select(sql<number>`case when recorded <= ${instant} then 1 else 0 end`.as("by_then"))
      .where("case_id", "=", caseId)
      .where("sequence", "=", middle)
      .executeTakeFirst();
    if (entry?.by_then) low = middle;
    else high = middle - 1;
  }
  return low;
}
