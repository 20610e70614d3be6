import { granted, refused } from "./answers.ts";
import { anyRecord, jsonSchemas, type Json } from "./json-schemas.ts";
import {
  caseParameter,
  idempotencyKey,
  ifMatch,
  kindParameter,
  lastEventId,
  queryParameters,
  recordParameter,
  type Parameter,
} from "./parameters.ts";
import { ClockQuery } from "./query.ts";
import { ListQuery, ReasonQuery } from "./records.ts";
import { anywhere } from "./status.ts";
import { StreamQuery } from "./stream.ts";
import { views } from "./views.ts";

const anActor = { id: "somebody", name: { en: "Somebody" }, kind: "person", side: "neither", basis: "author" };
const aPatch = { note: "Named again in the second report." };

/** The interface as an OpenAPI 3.1 description, made from the schemas that it is checked by. */
export function openApi(): Json {
  const ofRecord = [caseParameter, kindParameter, recordParameter];
  return {
    openapi: "3.1.0",
    info: {
      title: "Mizan",
      version: "1",
      description: "Cases of political contests: records, what follows from them, and their ledger.",
    },
    servers: [{ url: "/" }],
    paths: {
      "/api": { get: operation("This description, to be read", [], granted("A page", {}, "text/html")) },
      "/api/openapi.json": { get: operation("This description, for programs", [], granted("OpenAPI 3.1")) },
      "/api/cases": { get: operation("All cases", [], granted("The cases, by id")) },
      "/api/cases/{case}": {
        get: operation(
          "A case at a moment: its frame, where its ledger stands, its counts",
          [caseParameter, ...queryParameters(ClockQuery)],
          { ...granted("The case"), ...refused(400, 404) },
        ),
      },
      "/api/cases/{case}/records/{kind}": {
        get: operation(
          "Records of a kind, page by page",
          [caseParameter, kindParameter, ...queryParameters(ListQuery)],
          { ...granted("Some records, and where the next page starts"), ...refused(400, 404, 422) },
        ),
        post: {
          ...operation(
            "Take a new record in",
            [caseParameter, kindParameter, idempotencyKey, ...queryParameters(ReasonQuery)],
            { ...taken, ...refused(400, 404, 409, 413, 415, 422) },
          ),
          requestBody: { required: true, content: { "application/json": { schema: anyRecord, example: anActor } } },
        },
      },
      "/api/cases/{case}/records/{kind}/{record}": {
        get: operation("One record, its version as entity tag", [...ofRecord, ...queryParameters(ClockQuery)], {
          ...granted("The record", anyRecord),
          ...refused(400, 404),
        }),
        patch: {
          ...operation("Amend a record by a merge patch", [...ofRecord, ifMatch, ...queryParameters(ReasonQuery)], {
            ...granted("The record as it stands now", anyRecord),
            ...refused(400, 404, 412, 413, 415, 422, 428),
          }),
          requestBody: patch,
        },
        delete: operation("Withdraw a record", [...ofRecord, ifMatch, ...queryParameters(ReasonQuery)], {
          204: { description: "It is withdrawn" },
          ...refused(400, 404, 412, 422, 428),
        }),
      },
      ...Object.fromEntries(
        Object.entries(views).map(([name, { summary, query }]) => [
          `/api/cases/{case}/${name}`,
          {
            get: operation(summary, [caseParameter, ...queryParameters(query)], {
              ...granted(summary),
              ...refused(400, 404, 422),
            }),
          },
        ]),
      ),
      "/api/cases/{case}/stream": {
        get: operation(
          "Every entry of the ledger as it is taken, as server-sent events",
          [caseParameter, lastEventId, ...queryParameters(StreamQuery)],
          { ...granted("Entries; the id of an event is its sequence", {}, "text/event-stream"), ...refused(400, 404) },
        ),
      },
      "/healthz": { get: operation("Whether the server can read and write", [], granted("It can")) },
      "/metrics": { get: operation("Figures of the server for Prometheus", [], granted("Figures", {}, "text/plain")) },
    },
    components: { schemas: jsonSchemas() },
  };
}

const taken: Json = {
  201: {
    description: "The record as it was taken in",
    headers: { ETag: { schema: { type: "string" } }, Location: { schema: { type: "string" } } },
    content: { "application/json": { schema: anyRecord } },
  },
};

const patch: Json = {
  required: true,
  content: {
    "application/merge-patch+json": {
      schema: { type: "object", description: "RFC 7396: what it names is set, what it sets to null goes" },
      example: aPatch,
    },
  },
};

function operation(summary: string, parameters: readonly Parameter[], responses: Json): Json {
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { ...responses, ...refused(...anywhere) },
  };
}
