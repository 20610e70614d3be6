import * as z from "zod";
import { Frame, recordKinds, recordSchemas } from "@mizan/model";
import { ProblemBody } from "./problem-body.ts";

export type Json = Record<string, unknown>;

/** A record of any kind. */
export const anyRecord: Json = {
  oneOf: ["case", ...recordKinds].map((kind) => ({ $ref: `#/components/schemas/${kind}` })),
};

/** The schemas that the description refers to, by name: a problem, and the records kind by kind. */
export function jsonSchemas(): Json {
  const schemas = { Problem: ProblemBody, case: Frame, ...recordSchemas };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" }) as Json;
      return [name, rest];
    }),
  );
}
