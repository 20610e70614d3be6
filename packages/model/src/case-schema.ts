import * as z from "zod";
import { Case } from "./case.ts";

/** The JSON Schema (2020-12) of a whole case; `#/properties/actors` and so on serve an editor for the single files. */
export function caseSchema(): object {
  return { title: "A Mizan case", ...z.toJSONSchema(Case, { io: "input", target: "draft-2020-12" }) };
}
