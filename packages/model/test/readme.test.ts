import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { firstCoding } from "./first-coding.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const [, analysis] = readFileSync(new URL("../README.md", import.meta.url), "utf8").split(
  "## The analysis in examples",
);
const examples = [...analysis!.matchAll(/\n([^\n`]+):\n\n```ts\n([\s\S]*?)```/g)].map(([, title, code]) => [
  title!,
  code!,
]);

const raid = { kinds: ["circumstance"] };
const watched = {
  ...firstCoding(),
  indicators: [
    {
      id: "anything",
      name: { en: "Anything happens" },
      meaning: "for the example",
      rule: { kind: "count", of: raid, withinDays: 30, atLeast: 4 },
      basis: "author",
    },
  ],
};

describe("each example of the README", () => {
  it("is there for every analysis", () => expect(examples.length).toBe(9));

  it.each(examples)("prints what it says: %s", (_, code) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--conditions=x-source",
        "--input-type=module-typescript",
        "-e",
        `const study = ${JSON.stringify(watched)};\n${code}`,
      ],
      { cwd: root, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const said = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line);
    expect(stdout.trimEnd().split("\n")).toEqual(said);
  });
});
