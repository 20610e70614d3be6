import { ProblemBody } from "#lib/server/api/problem-body.ts";
import { plain, reference } from "#lib/server/api/reference.ts";
import { anywhere, statuses } from "#lib/server/api/status.ts";

export function load({ url }) {
  return {
    chapters: reference(url.origin),
    problem: Object.entries(ProblemBody.shape).map(([name, { description = "" }]) => ({
      name,
      says: plain(description),
    })),
    anywhere: anywhere.map((status) => ({ name: String(status), says: statuses[status]!.says })),
  };
}
