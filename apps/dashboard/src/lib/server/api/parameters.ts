import * as z from "zod";
import { recordKinds } from "@mizan/model";

/** A parameter as OpenAPI describes it. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: { enum?: string[]; [rule: string]: unknown };
  description?: string;
  example?: string;
}

export const caseParameter: Parameter = {
  name: "case",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a case",
  example: "khadimi-kh-2020",
};
export const kindParameter: Parameter = {
  name: "kind",
  in: "path",
  required: true,
  schema: { enum: ["case", ...recordKinds] },
  description: "a kind of record; case is the frame",
  example: "actors",
};
export const recordParameter: Parameter = {
  name: "record",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a record",
  example: "kataib-hezbollah",
};
export const ifMatch: Parameter = {
  name: "If-Match",
  in: "header",
  required: true,
  schema: { type: "string" },
  description: 'the entity tag the record was read with, such as "12"',
  example: '"12"',
};
export const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string" },
  description: "the same key with the same body writes once",
  example: "pages-first-note",
};
export const lastEventId: Parameter = {
  name: "Last-Event-ID",
  in: "header",
  schema: { type: "string" },
  description: "the last entry that was seen; everything after it is sent first",
  example: "230",
};

/** What the parameters of a query mean, where their schema does not say. */
const meanings: Readonly<Record<string, string>> = {
  asOf: "the day that is looked at; the case's last unless given",
  knownAt: "only what could be known by the end of that day",
  after: "where the page before ended: its `next`",
  limit: "how many at most",
  reason: "why it is written; kept in the ledger",
  from: "the earlier moment",
  to: "the later moment",
  knownFrom: "what could be known, at the earlier moment",
  knownTo: "what could be known, at the later moment",
  option: "id of a course of action; all of them unless given",
  issue: "id of an issue; needed where the case has several",
  with: "ids of lists whose votes are counted in, joined by commas",
  outside: "let what lies outside move, too",
  basins: "count how much leads to each scenario",
  draws: "how many futures are drawn",
  seed: "the same seed draws the same futures",
  kind: "only entries about this kind of record",
  record: "only entries about the record of this id",
  format: "json",
};

/** Values of parameters that an example cannot do without. */
const examples: Readonly<Record<string, string>> = { from: "2020-06-20", to: "2020-07-08" };

/** The parameters of a query by the schema that it is checked by. */
export function queryParameters(query: z.ZodObject): Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description = meanings[name], ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
    ...(name in examples ? { example: examples[name]! } : {}),
    ...(description === undefined ? {} : { description }),
  }));
}
