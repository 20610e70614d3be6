import { openApi } from "#lib/server/api/openapi.ts";

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
}

interface Operation {
  summary: string;
  parameters?: readonly Parameter[];
  responses: Readonly<Record<string, { description: string }>>;
}

/** The description of the interface, an operation a line. */
export function load() {
  const paths = openApi()["paths"] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  return {
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary, parameters = [], responses }]) => ({
        path,
        method: method.toUpperCase(),
        summary,
        parameters: parameters.map(({ name, in: place, required = false, description }) => ({
          name,
          place,
          required,
          description,
        })),
        answers: Object.entries(responses).map(([status, { description }]) => ({ status, description })),
      })),
    ),
  };
}
