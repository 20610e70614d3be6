import type { LedgerLine } from "./store.ts";
import type { Reader } from "./tables.ts";

const atATime = 2000;

/** Everything a database keeps of its ledgers, case by case. */
export async function* ledgerLines(db: Reader): AsyncGenerator<LedgerLine> {
  const cases = await db.selectFrom("cases").select(["case_id", "loaded", "came_with"]).orderBy("case_id").execute();
  for (const { case_id: caseId, loaded, came_with: cameWith } of cases) {
    yield { line: "case", caseId, loaded, cameWith };
    for (let after = 0; ;) {
      const rows = await db
        .selectFrom("entries")
        .select(["sequence", "text", "hash", "body"])
        .where("case_id", "=", caseId)
        .where("sequence", ">", after)
        .orderBy("sequence")
        .limit(atATime)
        .execute();
      for (const { text, hash, body } of rows) yield { line: "entry", caseId, text, hash, body };
      if (rows.length < atATime) break;
      after = rows.at(-1)!.sequence;
    }
    const keys = await db.selectFrom("keys").selectAll().where("case_id", "=", caseId).orderBy("key").execute();
    for (const { key, digest, first, last } of keys) yield { line: "key", caseId, key, digest, first, last };
  }
}
