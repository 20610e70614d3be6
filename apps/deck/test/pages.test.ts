import { expect, test } from "vitest";
import { bodyHeight, inPages, isSparse } from "../src/pages.ts";
import { numberRuns } from "../src/source-numbers.ts";
import { lineCount, partsOf } from "../src/text-lines.ts";

const height = (row: number) => row;

test("rows keep their order over as few pages as hold them", () => {
  expect(inPages([5, 5, 5, 5], height, 10)).toEqual([
    [5, 5],
    [5, 5],
  ]);
});

test("rows are spread evenly where they take more than one page", () => {
  expect(inPages([1, 1, 1, 1, 1, 1], height, 5)).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
});

test("a row higher than a page has one of its own", () => {
  expect(inPages([3, 20, 3], height, 10)).toEqual([[3], [20], [3]]);
});

test("rows are sparse where they leave three quarters of a page free", () => {
  expect(isSparse([bodyHeight / 4], height)).toBe(true);
  expect(isSparse([bodyHeight / 8, bodyHeight / 7], height)).toBe(false);
});

test("no rows take no page", () => {
  expect(inPages([], height, 10)).toEqual([]);
});

test("a text is counted in lines, a word longer than a line broken", () => {
  expect(lineCount("short", 400, 20)).toBe(1);
  expect(lineCount("m".repeat(100), 400, 20)).toBe(5);
});

test("a text cut into parts keeps all its words, in parts of at most so many lines", () => {
  const text = "seven words that go on and on".repeat(9);
  const parts = partsOf(text, 2, 200, 20);
  expect(parts.join(" ")).toBe(text);
  expect(parts.every((part) => lineCount(part, 200, 20) <= 2)).toBe(true);
});

test("numbers that follow one another are written as a run", () => {
  expect(numberRuns([1, 3, 4, 5, 8, 9])).toBe("1, 3–5, 8, 9");
});
