import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-stakeholders-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const actors = [
  { name: "Miller", position: 10, salience: 2, capability: 3 },
  { name: "Ferryman", position: 40, salience: 4, capability: 1 },
];

function written(content: unknown): string {
  const path = join(scratch, "stands.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("mizan stakeholders on a file", () => {
  it("gives mean, median, pairs and band, from where it was called", () => {
    const path = written({ actors });
    const answer = JSON.parse(mizan(["stakeholders", path, "--json"]).stdout) as unknown;
    expect(answer).toEqual({
      mean: 22,
      median: 10,
      pairwise: [{ a: 10, b: 40, forA: 6, forB: 4, neither: 0 }],
      band: { mean: [18.8, 25.2], median: [8, 12] },
    });
    expect(JSON.parse(mizan(["stakeholders", "stands.json", "--json"], { INIT_CWD: scratch }).stdout)).toEqual(answer);
  });

  it("gives both medians where exactly half the weight lies on each side", () => {
    const even = written({ actors: [actors[0], { ...actors[1], salience: 6 }] });
    expect(JSON.parse(mizan(["stakeholders", even, "--json"]).stdout)).toMatchObject({ median: [10, 40] });
    expect(mizan(["stakeholders", even]).stdout).toContain("median  10 and 40");
  });

  it("is readable, and says what it leaves out", () => {
    const { status, stdout } = mizan(["stakeholders", written({ actors })]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^mean +22 +18\.8 to 25\.2 when one input moves by 20%$/m);
    expect(stdout).toMatch(/^Miller +10 +2 +3 +60%$/m);
    expect(stdout).toContain("says nothing about what armed coercion would do");
  });

  it.each<[what: string, content: unknown, lines: string[]]>([
    ["a syntax error", '{"actors": [\n  {name: 1}]}', ["stands.json:2:4: expected a name or }: name: 1}]}"]],
    [
      "values that do not fit, all at once",
      { actors: [{ name: "", position: "x", salience: -1 }], scale: 1 },
      [
        "stands.json: at actors[0].name: expected a name:",
        "stands.json: at actors[0].position: expected a number: x",
        "stands.json: at actors[0].salience: expected a number from 0: -1",
        "stands.json: at actors[0].capability: missing",
        "stands.json: at scale: unknown key: scale",
      ],
    ],
    [
      "a name used twice",
      { actors: [actors[0], actors[0]] },
      ["stands.json: at actors[1].name: name already used by [0]: Miller"],
    ],
    ["nobody", { actors: [] }, ["stands.json: at actors: expected at least one actor"]],
    [
      "no weight at all",
      { actors: [{ ...actors[0], salience: 0 }] },
      ["stands.json: at actors: expected an actor with both salience and capability above 0"],
    ],
  ])("refuses %s with file, place, problem and value", (_, content, lines) => {
    const { status, stdout, stderr } = mizan(["stakeholders", written(content)]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    const found = stderr.trimEnd().split("\n").slice(1);
    expect(found).toHaveLength(lines.length);
    found.forEach((line, i) => expect(line.startsWith(lines[i]!), line).toBe(true));
  });
});

describe("mizan stakeholders on a case", () => {
  it("weighs the issue of the Iraqi case, keeping moved positions on its scale", () => {
    const args = ["stakeholders", "khadimi-kh-2020", "--json"];
    const { stdout } = mizan(args);
    const { mean, median, band } = JSON.parse(stdout) as { mean: number; median: number; band: { mean: number[] } };
    expect(band.mean[0]).toBeLessThan(mean);
    expect(band.mean[1]).toBeGreaterThan(mean);
    expect(median).toBeTypeOf("number");
    expect(mizan([...args, "--issue", "pressure"]).stdout).toBe(stdout);
    expect(mizan(args.slice(0, 2)).stdout).toContain("How hard should the state press the factions?");
  });

  it("knows no issue of that name, and says what it may have meant", () => {
    expect(mizan(["stakeholders", "khadimi-kh-2020", "--issue", "presure"])).toMatchObject({
      status: 1,
      stderr: "khadimi-kh-2020 has no such issue: presure (did you mean pressure?)\n",
    });
    expect(mizan(["stakeholders", written({ actors }), "--issue", "pressure"]).status).toBe(1);
  });

  it("says that a case has no issue", () => {
    expect(mizan(["stakeholders", "somewhereland"]).stdout).toContain("names no issue");
    expect(JSON.parse(mizan(["stakeholders", "somewhereland", "--json"]).stdout)).toMatchObject({ mean: null });
  });

  it("exits 2 when it is called wrongly", () => expect(mizan(["stakeholders"]).status).toBe(2));
});
