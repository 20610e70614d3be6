import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Manifest {
  exports: Record<string, { "x-source": string } | string>;
}
const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as Manifest;
const entries = Object.entries(exports).flatMap(([name, target]) =>
  typeof target === "string" ? [] : [[name, target["x-source"]] as const],
);

describe("the names that the package exports", () => {
  it.each(entries)("stay under %s, unless they are changed on purpose", async (_, source) => {
    const entry = (await import(/* @vite-ignore */ new URL(`../${source}`, import.meta.url).href)) as object;
    expect(Object.keys(entry).toSorted()).toMatchSnapshot();
  });
});
