import * as z from "zod";
import { Frame, recordKinds, recordSchemas } from "@mizan/model";
import { ListQuery, ReasonQuery } from "./records.ts";
import { ClockQuery } from "./query.ts";
import { views } from "./views.ts";

type Json = Record<string, unknown>;

const caseParameter = {
  name: "case",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a case",
  example: "khadimi-kh-2020",
};
const kindParameter = {
  name: "kind",
  in: "path",
  required: true,
  schema: { enum: ["case", ...recordKinds] },
  description: "a kind of record; case is the frame",
  example: "actors",
};
const recordParameter = {
  name: "record",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a record",
  example: "kataib-hezbollah",
};
const ifMatch = {
  name: "If-Match",
  in: "header",
  required: true,
  schema: { type: "string" },
  description: 'the entity tag the record was read with, such as "12"',
  example: '"12"',
};
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string" },
  description: "the same key with the same body writes once",
  example: "pages-first-note",
};
const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  schema: { type: "string" },
  description: "the last entry that was seen; everything after it is sent first",
  example: "230",
};

const problems = (...statuses: number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: descriptions[status],
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
const descriptions: Readonly<Record<number, string>> = {
  400: "The request does not fit: every place is named",
  403: "The request comes from another site, or for another host",
  404: "There is no such case or record",
  405: "The address does not answer to this method",
  409: "The id is taken",
  412: "The record has changed since it was read: the difference is given",
  413: "The body is too large",
  415: "The body is of another type",
  422: "The record does not fit, or the case would not hold together: every place is named",
  428: "If-Match is missing",
  429: "Too many requests",
  503: "The ledger cannot be written or read now",
};

const anActor = { id: "somebody", name: { en: "Somebody" }, kind: "person", side: "neither", basis: "author" };

/** What the parameters of a query mean, wherever they are taken. */
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
const queryExamples: Readonly<Record<string, string>> = { from: "2020-06-20", to: "2020-07-08" };

/** What a refusal of a status says. */
export function statusMeaning(status: number): string {
  return descriptions[status] ?? "";
}

/** The interface as an OpenAPI 3.1 description, made from the schemas that it is checked by. */
export function openApi(): Json {
  const one = { oneOf: ["case", ...recordKinds].map((kind) => ({ $ref: `#/components/schemas/${kind}` })) };
  const ok = (description: string, schema: Json = {}, type = "application/json"): Json => ({
    200: { description, content: { [type]: { schema } } },
  });
  const patched = {
    required: true,
    content: {
      "application/merge-patch+json": {
        schema: { type: "object", description: "RFC 7396: what it names is set, what it sets to null goes" },
        example: { note: "Named again in the second report." },
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Mizan",
      version: "1",
      description: "Cases of political contests: records, what follows from them, and their ledger.",
    },
    servers: [{ url: "/" }],
    paths: {
      "/api": { get: operation("This description, to be read", [], ok("A page", {}, "text/html")) },
      "/api/openapi.json": { get: operation("This description, for programs", [], ok("OpenAPI 3.1")) },
      "/api/cases": { get: operation("All cases", [], { ...ok("The cases, by id"), ...problems(503) }) },
      "/api/cases/{case}": {
        get: operation(
          "A case at a moment: its frame, where its ledger stands, its counts",
          [caseParameter, ...queryParameters(ClockQuery)],
          { ...ok("The case"), ...problems(400, 404) },
        ),
      },
      "/api/cases/{case}/records/{kind}": {
        get: operation(
          "Records of a kind, page by page",
          [caseParameter, kindParameter, ...queryParameters(ListQuery)],
          { ...ok("Some records, and where the next page starts"), ...problems(400, 404) },
        ),
        post: {
          ...operation(
            "Take a new record in",
            [caseParameter, kindParameter, idempotencyKey, ...queryParameters(ReasonQuery)],
            {
              201: {
                description: "The record as it was taken in",
                headers: { ETag: { schema: { type: "string" } }, Location: { schema: { type: "string" } } },
                content: { "application/json": { schema: one } },
              },
              ...problems(400, 404, 409, 413, 415, 422, 429, 503),
            },
          ),
          requestBody: { required: true, content: { "application/json": { schema: one, example: anActor } } },
        },
      },
      "/api/cases/{case}/records/{kind}/{record}": {
        get: operation(
          "One record, its version as entity tag",
          [caseParameter, kindParameter, recordParameter, ...queryParameters(ClockQuery)],
          { ...ok("The record", one), ...problems(400, 404) },
        ),
        patch: {
          ...operation(
            "Amend a record by a merge patch",
            [caseParameter, kindParameter, recordParameter, ifMatch, ...queryParameters(ReasonQuery)],
            {
              ...ok("The record as it stands now", one),
              ...problems(400, 404, 412, 413, 415, 422, 428, 429, 503),
            },
          ),
          requestBody: patched,
        },
        delete: operation(
          "Withdraw a record",
          [caseParameter, kindParameter, recordParameter, ifMatch, ...queryParameters(ReasonQuery)],
          {
            204: { description: "It is withdrawn" },
            ...problems(400, 404, 412, 422, 428, 429, 503),
          },
        ),
      },
      ...Object.fromEntries(
        Object.entries(views).map(([name, { summary, query }]) => [
          `/api/cases/{case}/${name}`,
          {
            get: operation(summary, [caseParameter, ...queryParameters(query)], {
              ...ok(summary),
              ...problems(400, 404, 422),
            }),
          },
        ]),
      ),
      "/api/cases/{case}/stream": {
        get: operation(
          "Every entry of the ledger as it is taken, as server-sent events",
          [caseParameter, lastEventId],
          { ...ok("Entries; the id of an event is its sequence", {}, "text/event-stream"), ...problems(400, 404, 503) },
        ),
      },
      "/healthz": {
        get: operation("Whether the server can read and write", [], { ...ok("It can"), ...problems(503) }),
      },
      "/metrics": { get: operation("Figures of the server for Prometheus", [], ok("Figures", {}, "text/plain")) },
    },
    components: { schemas: { Problem: problemSchema, ...recordJsonSchemas() } },
  };
}

/** The problems that any request may meet, whatever it asks. */
export const anywhere: readonly number[] = [403, 405, 429];

function operation(summary: string, parameters: readonly Json[], responses: Json): Json {
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { ...responses, ...problems(...anywhere) },
  };
}

function queryParameters(query: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" }) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
    ...(name in queryExamples ? { example: queryExamples[name] } : {}),
    ...(name in meanings ? { description: meanings[name] } : {}),
  }));
}

function recordJsonSchemas(): Json {
  const schemas = { case: Frame, ...recordSchemas };
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }) as Json;
      return [kind, rest];
    }),
  );
}

/** What the fields of a problem say. */
export const problemSchema = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string", description: "`about:blank`: the status says what kind of problem it is" },
    title: { type: "string", description: "what the status is called" },
    status: { type: "integer", description: "the status of the answer" },
    detail: { type: "string", description: "what is wrong, in words" },
    errors: {
      type: "array",
      description:
        "every place that is wrong: its `pointer`, what is wrong (`detail`), its `value`, the `nearest` that fits",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" }, value: {}, nearest: { type: "string" } },
      },
    },
    current: {
      type: "object",
      description: "of a stale amendment or an id in use: the `version` that stands now, and its `record`",
      properties: { version: { type: "integer" }, record: {} },
    },
    difference: {
      type: "array",
      description:
        "of a stale amendment: each `field` that differs, as it was `read`, as it is `current`, as it was `submitted`",
      items: {
        type: "object",
        required: ["field"],
        properties: { field: { type: "string" }, read: {}, current: {}, submitted: {} },
      },
    },
  },
} as const;
