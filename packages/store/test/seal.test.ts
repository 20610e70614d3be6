import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical, entryOf, entryText, noHash, seal, sha256 } from "../src/seal.ts";

const entry = {
  caseId: "bridge",
  sequence: 1,
  action: "add" as const,
  kind: "sources" as const,
  record: "gazette",
  author: "analyst",
  recorded: "2020-07-08T12:00:00.000000Z",
  previous: noHash,
};

describe("entryText", () => {
  it("is the RFC 8785 text of the whole entry", () => {
    const line = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(line, line, fc.option(line, { nil: undefined }), fc.jsonValue(), (author, record, reason, body) => {
        const drawn = { ...entry, author, record, reason };
        expect(entryText(drawn, canonical({ body }))).toBe(canonical({ ...drawn, body: { body } }));
        expect(entryText(drawn, undefined)).toBe(canonical(drawn));
      }),
    );
  });
});

describe("seal", () => {
  it("hashes the text that it keeps", () => {
    const body = { name: "The Gazette", id: "gazette" };
    const row = seal(entry, { json: JSON.stringify(body), canonical: canonical(body) });
    expect(row.text).toBe(
      `{"action":"add","author":"analyst","body":{"id":"gazette","name":"The Gazette"},"caseId":"bridge",` +
        `"kind":"sources","previous":"${noHash}","record":"gazette","recorded":"2020-07-08T12:00:00.000000Z","sequence":1}`,
    );
    expect(row.hash).toBe(sha256(row.text));
    expect(entryOf(row)).toEqual({ ...entry, body, hash: row.hash });
    expect(JSON.stringify(entryOf(row).body)).toBe(JSON.stringify(body));
  });

  it("leaves out what is absent", () => {
    expect(entryOf(seal({ ...entry, action: "retract" }, undefined))).not.toHaveProperty("body");
    expect(entryOf(seal({ ...entry, reason: "why" }, undefined)).reason).toBe("why");
  });
});

describe("sha256", () => {
  it("gives the published digest of abc", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
