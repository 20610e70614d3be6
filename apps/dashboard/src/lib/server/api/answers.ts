import type { Json } from "./json-schemas.ts";
import { statuses } from "./status.ts";

/** What is answered to a request that is granted. */
export function granted(description: string, schema: Json = {}, type = "application/json"): Json {
  return { 200: { description, content: { [type]: { schema } } } };
}

/** What is answered to a request that is refused with one of some statuses. */
export function refused(...refusals: readonly number[]): Json {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(refusals.map((status) => [status, { description: statuses[status]!.says, content }]));
}
