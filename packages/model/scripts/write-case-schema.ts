import { writeFileSync } from "node:fs";
import { caseSchema } from "../src/case-schema.ts";

writeFileSync(new URL("../dist/case.schema.json", import.meta.url), `${JSON.stringify(caseSchema(), undefined, 2)}\n`);
