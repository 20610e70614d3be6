import { isoDate, recordKinds } from "@mizan/model";
import { jsonResponse } from "#lib/server/api/answer.ts";
import { ClockQuery, dayAsked, queryOf } from "#lib/server/api/query.ts";
import { answering } from "#lib/server/api/problem.ts";
import { readingAt } from "#lib/server/reading.ts";

export function GET({ params, url }) {
  return answering(async () => {
    const { asOf, knownAt } = queryOf(url, ClockQuery);
    const { kept, balance, days } = await readingAt(params.case, dayAsked(asOf), dayAsked(knownAt));
    const { study } = balance;
    const { sequence, head, recorded, cameWith } = kept;
    const events = days.reduce((sum, { day, count }) => sum + (day <= balance.asOf ? count : 0), 0);
    const counts = Object.fromEntries(recordKinds.map((kind) => [kind, study[kind].length]));
    return jsonResponse({
      id: params.case,
      asOf: isoDate(balance.asOf),
      knownAt: knownAt ?? null,
      frame: study.case,
      counts: { ...counts, events },
      ledger: { sequence, head, recorded, cameWith },
    });
  });
}
