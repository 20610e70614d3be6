import { describe, expect, it } from "vitest";
import { fieldDifferences } from "../src/field-difference.ts";

describe("fieldDifferences", () => {
  it("lists the fields that would change, with what was read", () => {
    const read = { id: "a", note: "old", tags: [1] };
    const current = { id: "a", note: "theirs", tags: [1] };
    expect(fieldDifferences(current, { id: "a", note: "mine", tags: [1, 2] }, read)).toEqual([
      { field: "note", read: "old", current: "theirs", submitted: "mine" },
      { field: "tags", read: [1], current: [1], submitted: [1, 2] },
    ]);
  });

  it("leaves out the side that has no such field", () => {
    expect(fieldDifferences({ id: "a", note: "x" }, { id: "a", url: "y" }, undefined)).toEqual([
      { field: "note", current: "x" },
      { field: "url", submitted: "y" },
    ]);
  });

  it("compares with what was read where nothing is submitted", () => {
    expect(fieldDifferences({ id: "a", note: "x" }, undefined, { id: "a" })).toEqual([{ field: "note", current: "x" }]);
    expect(fieldDifferences({ id: "a" }, undefined, undefined)).toEqual([]);
  });

  it("does not mind the order of keys, but that of lists", () => {
    expect(fieldDifferences({ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 } }, undefined)).toEqual([]);
    expect(fieldDifferences({ a: [1, 2] }, { a: [2, 1] }, undefined)).toHaveLength(1);
    expect(fieldDifferences({ a: [] }, { a: {} }, undefined)).toHaveLength(1);
  });

  it("does not look up what an object inherits", () => {
    expect(fieldDifferences({ a: 1 }, JSON.parse('{"__proto__":{"a":1}}'), undefined)).toEqual([
      { field: "a", current: 1 },
      { field: "__proto__", submitted: { a: 1 } },
    ]);
  });
});
