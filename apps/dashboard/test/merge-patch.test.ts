import { describe, expect, it } from "vitest";
import { jsonBody } from "../src/lib/server/api/body.ts";
import { mergePatch } from "../src/lib/server/api/merge-patch.ts";

describe("a merge patch", () => {
  it.each<[target: unknown, patch: unknown, merged: unknown]>([
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: "foo" }, ["c"], ["c"]],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])("makes of %j with %j, as RFC 7396 has it, %j", (target, patch, merged) => {
    expect(mergePatch(target, patch)).toEqual(merged);
  });

  it("takes the names of an object's own parts for names, and leaves no trace on other objects", async () => {
    const body =
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":{"__proto__":{"b":1}}}';
    const headers = { "content-type": "application/merge-patch+json" };
    const request = new Request("http://localhost", { method: "PATCH", headers, body });
    const merged = mergePatch({ a: { c: 2 } }, await jsonBody(request, "application/merge-patch+json")) as {
      a: object;
    };
    expect(JSON.stringify(merged)).toBe(
      '{"a":{"c":2,"__proto__":{"b":1}},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    for (const object of [merged, merged.a, {}]) {
      expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
      expect("polluted" in object).toBe(false);
    }
  });
});
