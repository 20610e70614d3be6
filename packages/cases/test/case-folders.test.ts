import { expect, test } from "vitest";
import { bundledCases, caseFolders, loadCase } from "../src/index.ts";

const folders = await caseFolders(bundledCases);

test("caseFolders finds the bundled cases by name and nothing else", () => {
  expect(folders.map(({ id }) => id)).toEqual(["khadimi-kh-2020", "somewhereland"]);
});

test.each(folders)("the bundled case $id parses without a warning, under its folder's name", async ({ id, folder }) => {
  const { study, warnings } = await loadCase(folder);
  expect(warnings).toEqual([]);
  expect(study.case.id).toBe(id);
});
