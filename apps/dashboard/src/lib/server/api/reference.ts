import { openApi } from "./openapi.ts";
import type { Parameter } from "./parameters.ts";
import { anywhere } from "./status.ts";

/** A name, what it means, and a remark on it. */
export interface Term {
  name: string;
  says: string;
  note?: string | undefined;
}

/** One operation of the interface: what it does, what it takes, what it answers, and how to ask. */
export interface Operation {
  method: string;
  path: string;
  summary: string;
  parameters: Term[];
  /** The type of body it takes. */
  takes: string | undefined;
  /** By status; what any request may meet is said apart. */
  answers: Term[];
  example: string;
}

/** Operations on one thing. */
export interface Chapter {
  title: string;
  operations: Operation[];
}

/** What of the description is read here; the rest is for programs. */
interface Described {
  paths: Record<string, Record<string, DescribedOperation>>;
}
interface DescribedOperation {
  summary: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}

const places = { path: "in the path", query: "in the query", header: "as a header" } as const;

const chapters: readonly [title: string, of: RegExp][] = [
  ["Cases", /^\/api\/cases(?:\/\{case\})?$/],
  ["Records", /\/records\//],
  ["What follows from a case", /^\/api\/cases\/\{case\}\/(?!stream|history|export|records)\w+$/],
  ["The ledger", /\/(?:history|export|stream)$/],
  ["The server", /^\/(?:api|api\/openapi\.json|healthz|metrics)$/],
];

/** The description of the interface, in the order in which it is read. */
export function reference(origin: string): Chapter[] {
  const { paths } = openApi() as unknown as Described;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => described(path, method.toUpperCase(), operation, origin)),
  );
  return chapters.map(([title, of]) => ({ title, operations: all.filter(({ path }) => of.test(path)) }));
}

function described(path: string, method: string, operation: DescribedOperation, origin: string): Operation {
  const { summary, parameters = [], requestBody, responses } = operation;
  return {
    method,
    path,
    summary,
    parameters: parameters.map(({ name, in: place, required = false, description, schema }) => ({
      name,
      says: [description, schema.enum?.join(", ")]
        .filter((part) => part !== undefined)
        .map(plain)
        .join(": "),
      note: `${places[place]}${required ? ", needed" : ""}`,
    })),
    takes: Object.keys(requestBody?.content ?? {})[0],
    answers: Object.entries(responses)
      .filter(([status]) => !anywhere.includes(Number(status)))
      .map(([name, { description, content = {} }]) => ({
        name,
        says: plain(description),
        // What is refused is a problem wherever it is: said once.
        note: Object.keys(content).find((type) => type !== "application/problem+json"),
      })),
    example: curl(path, method, operation, origin),
  };
}

/** How to ask, as it is typed into a shell. */
function curl(path: string, method: string, operation: DescribedOperation, origin: string): string {
  const { parameters = [], requestBody, responses } = operation;
  const valued = (where: Parameter["in"]) =>
    parameters.filter(
      ({ in: place, example, required }) =>
        place === where && example !== undefined && (required || where === "header"),
    );
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => valued("path").find((one) => one.name === name)!.example!,
  );
  const query = new URLSearchParams(valued("query").map(({ name, example }) => [name, example!])).toString();
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const streamed = responses["200"]?.content?.["text/event-stream"] !== undefined;
  return [
    `curl${streamed ? " -N" : ""}${method === "GET" ? "" : ` -X ${method}`} ${quoted(`${origin}${address}${query && `?${query}`}`)}`,
    ...valued("header").map(({ name, example }) => `-H ${quoted(`${name}: ${example}`)}`),
    ...(type === undefined
      ? []
      : [`-H ${quoted(`Content-Type: ${type}`)}`, `-d ${quoted(JSON.stringify(content!.example))}`]),
  ].join(" \\\n  ");
}

/** A description without the marks of code. */
export function plain(text: string): string {
  return text.replaceAll("`", "");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
