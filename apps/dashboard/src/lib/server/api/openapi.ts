import * as z from "zod";
import { Frame, recordKinds, recordSchemas } from "@mizan/model";
import { ListQuery, ReasonQuery } from "./records.ts";
import { clockParameters } from "./query.ts";
import { views } from "./views.ts";

type Json = Record<string, unknown>;

const caseParameter = {
  name: "case",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a case",
};
const kindParameter = {
  name: "kind",
  in: "path",
  required: true,
  schema: { enum: ["case", ...recordKinds] },
  description: "a kind of record; `case` is the frame",
};
const recordParameter = {
  name: "record",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "id of a record",
};
const ifMatch = {
  name: "If-Match",
  in: "header",
  required: true,
  schema: { type: "string" },
  description: 'the entity tag the record was read with, such as "12"',
};
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string" },
  description: "the same key with the same body writes once",
};
const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  schema: { type: "string" },
  description: "the last entry that was seen; everything after it is sent first",
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
  404: "There is no such case or record",
  409: "The id is taken",
  412: "The record has changed since it was read: the difference is given",
  413: "The body is too large",
  415: "The body is of another type",
  422: "The record does not fit, or the case would not hold together: every place is named",
  428: "If-Match is missing",
  429: "Too many requests",
  503: "The ledger cannot be written or read now",
};

/** The interface as an OpenAPI 3.1 description, made from the schemas that it is checked by. */
export function openApi(): Json {
  const one = { oneOf: ["case", ...recordKinds].map((kind) => ({ $ref: `#/components/schemas/${kind}` })) };
  const ok = (description: string, schema: Json = {}, type = "application/json"): Json => ({
    200: { description, content: { [type]: { schema } } },
  });
  const patched = { required: true, content: { "application/merge-patch+json": { schema: { type: "object" } } } };
  return {
    openapi: "3.1.0",
    info: {
      title: "Mizan",
      version: "1",
      description: "Cases of political contests: records, what follows from them, and their ledger.",
    },
    servers: [{ url: "/" }],
    paths: {
      "/api/cases": { get: operation("All cases", [], { ...ok("The cases, by id"), ...problems(503) }) },
      "/api/cases/{case}": {
        get: operation(
          "A case at a moment: its frame, where its ledger stands, its counts",
          [caseParameter, ...queryParameters(z.object(clockParameters))],
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
          requestBody: { required: true, content: { "application/json": { schema: one } } },
        },
      },
      "/api/cases/{case}/records/{kind}/{record}": {
        get: operation(
          "One record, its version as entity tag",
          [caseParameter, kindParameter, recordParameter, ...queryParameters(z.object(clockParameters))],
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
          { ...ok("Entries; the id of an event is its sequence", {}, "text/event-stream"), ...problems(404, 429) },
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

function operation(summary: string, parameters: readonly Json[], responses: Json): Json {
  return { summary, ...(parameters.length > 0 ? { parameters } : {}), responses };
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

const problemSchema: Json = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" }, value: {}, nearest: { type: "string" } },
      },
    },
    current: { type: "object", properties: { version: { type: "integer" }, record: {} } },
    difference: {
      type: "array",
      items: {
        type: "object",
        required: ["field"],
        properties: { field: { type: "string" }, read: {}, current: {}, submitted: {} },
      },
    },
  },
};
