import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { caseSchema } from "../src/case-schema.ts";
import { recordKinds } from "../src/index.ts";
import { firstCoding } from "./first-coding.ts";
import { smallData, smallWith } from "./small-study.ts";

const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(caseSchema());

describe("the JSON Schema of a case", () => {
  it("takes what readCase takes, and knows every kind of record", () => {
    expect(validate(structuredClone(smallData)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(firstCoding()), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.keys((caseSchema() as { properties: object }).properties)).toEqual(["case", ...recordKinds]);
  });

  it.each<[what: string, changed: Record<string, unknown>]>([
    ["an unknown key", { actors: [{ ...smallData.actors[0], knid: "state" }] }],
    ["a wrong word", { actors: [{ ...smallData.actors[0], side: "left" }] }],
    ["a missing field", { actors: [{ id: "upper" }] }],
    [
      "a bad grade",
      { events: [{ ...smallData.events[0], citations: [{ source: "gazette", published: "2021", grade: "G7" }] }] },
    ],
    ["an unknown kind", { factros: [] }],
  ])("refuses %s, as an editor would underline it", (_, changed) => {
    expect(validate(smallWith(changed))).toBe(false);
  });
});
