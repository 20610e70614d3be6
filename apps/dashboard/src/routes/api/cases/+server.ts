import { jsonResponse } from "#lib/server/api/answer.ts";
import { answering } from "#lib/server/api/problem.ts";
import { ledger } from "#lib/server/store.ts";

export function GET() {
  return answering(async () =>
    jsonResponse({ cases: (await (await ledger()).cases()).map(({ caseId: id, ...head }) => ({ id, ...head })) }),
  );
}
