import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { scwText } from "@mizan/exchange";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-scenarios-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(scratch, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const zeros = (states: number) => Array.from({ length: states }, () => Array.from({ length: states }, () => 0));
/** Two factors that chase each other, and one that stays as it is. */
const chase = {
  sizes: [2, 2, 2],
  matrix: [
    [0, 0, 2, 0, 0, 0],
    [0, 0, 0, 2, 0, 0],
    [0, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [0, 9, 0, 9, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ],
};
const json = (...args: string[]) =>
  JSON.parse(mizan(["scenarios", ...args, "--json"]).stdout) as Record<string, unknown>;

const chain = {
  sizes: Array.from({ length: 34 }, () => 3),
  matrix: zeros(102).map((row, i) =>
    row.map((_, j) => (Math.floor(j / 3) === Math.floor(i / 3) + 1 && i % 3 === j % 3 ? 3 : 0)),
  ),
};
const matrix = file("chase.json", chase);

describe("mizan scenarios", () => {
  it("has the shape that programs rely on, from where the command was called", () => {
    const consistent = { states: [1, 1, 0], score: 20 };
    expect(json(matrix)).toEqual({ configurations: 8, consistent: [consistent] });
    const called = mizan(["scenarios", "chase.json", "--basins", "--json"], { INIT_CWD: scratch });
    expect(called).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(called.stdout)).toEqual({
      configurations: 8,
      consistent: [{ ...consistent, basin: 4 }],
      cycles: [
        {
          states: [
            [0, 0, 1],
            [1, 0, 1],
            [1, 1, 1],
            [0, 1, 1],
          ],
          basin: 4,
        },
      ],
    });
  });

  it("gives the ten scenarios of Somewhereland in lexicographic order, basins and cycles filling the space", () => {
    const { configurations, consistent, cycles } = json("somewhereland", "--basins") as {
      configurations: number;
      consistent: { states: number[]; score: number; basin: number }[];
      cycles: { basin: number }[];
    };
    expect(configurations).toBe(486);
    expect(consistent.map(({ states, score }) => `${states.join("")} ${score}`)).toEqual([
      "011001 9",
      "020122 21",
      "021001 14",
      "021002 12",
      "102110 17",
      "112110 15",
      "201001 18",
      "202100 9",
      "211001 19",
      "212100 8",
    ]);
    expect([...consistent, ...cycles].reduce((sum, { basin }) => sum + basin, 0)).toBe(486);
  });

  it("reads a ScenarioWizard project by what it holds, whatever it is called", () => {
    const names = (of: string) => ({ name: of, states: [{ name: `${of} low` }, { name: `${of} high` }] });
    const project = { title: "chase", descriptors: ["Hare", "Hound", "Fox"].map(names), matrix: chase.matrix };
    expect(json(file("chase.txt", scwText(project)))).toEqual(json(matrix));
    const { stdout } = mizan(["scenarios", join(scratch, "chase.txt"), "--basins"]);
    expect(stdout).toContain("1 consistent scenario among 8 configurations");
    expect(stdout).toContain("score   20  basin 4 (50.0%)  Hare: Hare high · Hound: Hound high · Fox: Fox low");
    expect(stdout).toContain("cycle of 4, basin 4 (50.0%), from\n  Hare: Hare low · Hound: Hound low · Fox: Fox high");
  });

  it("lists a case's scenarios for each choice of the decisions, given the present outside states", () => {
    const { stdout } = mizan(["scenarios", "khadimi-kh-2020"]);
    const [, count, given] = stdout.split("\n");
    expect(count).toBe("7 consistent scenarios among 19,683 configurations");
    expect(given).toBe("given Iranian reach: Entrenched · Oil and pandemic shock: Deep");
    expect(stdout.match(/^Posture towards the pro-Iran factions: (.*)$/gm)).toEqual(
      ["Ease off", "Balance", "Push hard"].map((choice) => `Posture towards the pro-Iran factions: ${choice}`),
    );
    const present = json("khadimi-kh-2020") as { configurations: number; consistent: { states: number[] }[] };
    const any = json("khadimi-kh-2020", "--outside") as typeof present;
    expect(any.configurations).toBe(4 * present.configurations);
    expect(any.consistent).toEqual(expect.arrayContaining(present.consistent));
    expect(any.consistent.length).toBeGreaterThan(present.consistent.length);
  });

  it("draws basins where there are too many to count, and says so", () => {
    const path = file("chain.json", chain);
    const drawn = json(path, "--basins", "--seed", "5") as {
      configurations: string;
      consistent: { basin: number; standardError: number }[];
      sampled: object;
    };
    expect(drawn.configurations).toBe(String(3n ** 34n));
    expect(drawn.sampled).toEqual({ starts: 100_000, seed: 5 });
    expect(drawn.consistent.reduce((sum, { basin }) => sum + basin, 0)).toBe(100_000);
    for (const { basin, standardError } of drawn.consistent)
      expect(Math.abs(basin / 100_000 - 1 / 3)).toBeLessThan(4 * standardError);
    expect(mizan(["scenarios", path, "--basins"]).stdout).toContain(
      "basins are shares of 100,000 starts drawn with seed 1, ± their standard error",
    );
  });

  it("stops at a million scenarios and says that there may be more", () => {
    const path = file("zeros.json", { sizes: Array.from({ length: 20 }, () => 2), matrix: zeros(40) });
    const { status, stderr, stdout } = mizan(["scenarios", path, "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "stopped at 1000000 scenarios: there may be more\n" });
    expect(stdout.endsWith('"cut":"solutions"}\n')).toBe(true);
  });

  it("lists a hundred thousand basins and says that there are more", () => {
    const path = file("still.json", { sizes: Array.from({ length: 17 }, () => 2), matrix: zeros(34) });
    const { status, stderr, stdout } = mizan(["scenarios", path, "--basins", "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "stopped at 100000 basins: there are more\n" });
    const { basinsCut, consistent } = JSON.parse(stdout) as {
      basinsCut: string;
      consistent: { basin: number | null }[];
    };
    expect(basinsCut).toBe("basins");
    expect([consistent[0]!.basin, consistent.at(-1)!.basin]).toEqual([1, null]);
  });

  it.each([
    [
      "61 factors",
      { sizes: Array.from({ length: 61 }, () => 2), matrix: [] },
      "sizes: expected at most 60 factors: 61",
    ],
    [
      "half an impact",
      {
        sizes: [2],
        matrix: [
          [0, 0.5],
          [0, 0],
        ],
      },
      "matrix[0][1]: expected a whole number: 0.5",
    ],
    [
      "an impact beyond numbers",
      '{"sizes":[2],"matrix":[[0,1e400],[0,0]]}',
      "matrix[0][1]: expected a whole number: Infinity",
    ],
    ["no matrix", { sizes: [2] }, 'expected {"sizes":[3,2,…],"matrix":[[…]…]}'],
    [
      "keys that mean nothing",
      { sizes: [2], matrix: zeros(2), forced: [[0, 1]], titel: "x" },
      "unknown key: forced\nunknown key: titel",
    ],
    ["a null", "null", 'expected {"sizes":[3,2,…],"matrix":[[…]…]}'],
    ["a comma too many", '{"sizes":[2,]}', "JSON"],
    [
      "an impact too few",
      "$ ScenarioWizard 4.0\nx\n&a\n -b\n -c\n#\n#\n#\n#\n#\n0,1\n1\n#\n",
      "line 12: expected 2 impacts: 1",
    ],
    ["a YAML file", "factors: []\n", 'is neither a ScenarioWizard project nor a file {"sizes","matrix"}'],
  ])("refuses a file with %s, and prints no number", (what, content, problem) => {
    const path = file(`${what.replaceAll(" ", "-")}.json`, content);
    const { status, stdout, stderr } = mizan(["scenarios", path]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(problem);
    expect(stderr).toContain(path);
    expect(stderr).not.toMatch(/^\s+at .*\.ts/m);
  });

  it("names a file or case that is not there, and exits 2 when it is called wrongly", () => {
    expect(mizan(["scenarios", "no.json"])).toMatchObject({ status: 1, stderr: "no such file: no.json\n" });
    expect(mizan(["scenarios", "somewherland"]).stderr).toContain("did you mean somewhereland?");
    for (const args of [
      [],
      ["x", "--basin"],
      ["x", "--seed", "a"],
      ["x", "--seed", "-1"],
      ["x", "--seed", "4294967296"],
    ])
      expect(mizan(["scenarios", ...args]).status).toBe(2);
    expect(mizan(["scenarios", "--help"]).stdout).toContain("Usage: mizan scenarios");
  });

  it("stops at Ctrl-C without a number or a trace", async () => {
    let seed = 1;
    const draw = () => Math.floor(((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * 5) - 2;
    const hard = { sizes: Array.from({ length: 40 }, () => 4), matrix: zeros(160).map((row) => row.map(draw)) };
    const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
    const search = spawn(process.execPath, ["--conditions=x-source", main, "scenarios", file("hard.json", hard)]);
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      search[stream].on("data", (text) => (output[stream] += String(text)));
    setTimeout(() => search.kill("SIGINT"), 4000);
    const status = await new Promise((resolve) => search.once("close", resolve));
    expect({ status, ...output }).toEqual({
      status: 130,
      stdout: "",
      stderr: "stopped before the end; nothing is printed\n",
    });
  });
});
