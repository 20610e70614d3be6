import { jsonResponse } from "#lib/server/api/answer.ts";
import { log } from "#lib/server/log.ts";
import { ledger } from "#lib/server/store.ts";

export async function GET() {
  try {
    const store = await ledger();
    const cases = await store.cases();
    return jsonResponse({ status: "ok", engine: store.engine, cases: cases.length });
  } catch (error) {
    log.error({ err: error }, "health");
    return jsonResponse({ status: "unavailable" }, { status: 503 });
  }
}
