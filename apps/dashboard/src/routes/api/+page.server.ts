import { problemSchema } from "#lib/server/api/openapi.ts";
import { reference } from "#lib/server/api/reference.ts";

export function load({ url }) {
  return {
    chapters: reference(url.origin),
    problem: Object.entries(problemSchema.properties).map(([name, { description }]) => [name, description] as const),
  };
}
