import { jsonResponse } from "#lib/server/api/answer.ts";
import { openApi } from "#lib/server/api/openapi.ts";

export function GET() {
  return jsonResponse(openApi());
}
