import { anywhere, problemSchema, statusMeaning } from "#lib/server/api/openapi.ts";
import { plain, reference } from "#lib/server/api/reference.ts";

export function load({ url }) {
  return {
    chapters: reference(url.origin),
    problem: Object.entries(problemSchema.properties).map(([name, { description }]) => ({
      name,
      says: plain(description),
    })),
    anywhere: anywhere.map((status) => ({ name: String(status), says: statusMeaning(status) })),
  };
}
