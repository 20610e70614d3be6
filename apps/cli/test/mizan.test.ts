import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundledCases } from "@mizan/cases";
import { readCase } from "@mizan/model";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-cli-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface IndexJson {
  asOf: string;
  knownAt: string | null;
  index: number;
  band50: [number, number];
  band90: [number, number];
  aboveParity: number;
  factors: { id: string; level: number | null; band90: [number, number] | null; state: string }[];
  contributions: { record: string; points: number }[];
}
const index = (...args: string[]) => JSON.parse(mizan(["index", ...args, "--json"]).stdout) as IndexJson;

describe("mizan validate", () => {
  it("counts the records of a case that fits, by id or by folder", () => {
    const byId = mizan(["validate", "khadimi-kh-2020"]);
    expect(byId).toMatchObject({ status: 0, stderr: "" });
    expect(byId.stdout).toMatch(/^khadimi-kh-2020 fits the model: sources \d+, actors \d+, .*, chamber 37\n$/);
    expect(mizan(["validate", "khadimi-kh-2020"], { INIT_CWD: bundledCases }).stdout).toBe(byId.stdout);
  });

  it("names every problem with its file, line and value, exits 1 and writes nothing", () => {
    const folder = join(scratch, "broken");
    cpSync(join(bundledCases, "khadimi-kh-2020"), folder, { recursive: true });
    const events = readFileSync(join(folder, "events.yaml"), "utf8");
    writeFileSync(join(folder, "events.yaml"), events.replace("factor: credibility", "factor: credibilty"));
    writeFileSync(join(folder, "options.yaml"), "- id: [\n");
    const before = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
    const { status, stdout, stderr } = mizan(["validate", folder]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /events\.yaml:\d+:\d+: at \[\d+\]\.effects\[\d\]\.factor: unknown factor: credibilty \(did you mean credibility\?\)/,
    );
    expect(stderr).toMatch(/options\.yaml:\d+:\d+: /);
    expect(stderr).not.toMatch(/^\s+at .*\.ts/m);
    expect(readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(before);
  });

  it("knows no case of that name, and says what it may have meant", () => {
    expect(mizan(["validate", "somewherland"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        "no such case: somewherland: neither a folder nor one of khadimi-kh-2020, somewhereland (did you mean somewhereland?)",
      ),
    });
    expect(mizan(["validate", "somewherland"], { MIZAN_CASES: join(scratch, "none") }).stderr).toBe(
      `MIZAN_CASES is not a folder that can be read: ${join(scratch, "none")}\n`,
    );
  });
});

describe("mizan index", () => {
  it("has the shape that programs rely on, contributions summing to the index", () => {
    const reading = index("khadimi-kh-2020");
    expect(Object.keys(reading)).toEqual([
      "asOf",
      "knownAt",
      "index",
      "band50",
      "band90",
      "aboveParity",
      "factors",
      "contributions",
    ]);
    expect(reading.asOf).toBe("2020-07-08");
    expect(reading.contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(reading.index, 10);
    expect(reading.factors.find(({ id }) => id === "posture")).toEqual({
      id: "posture",
      level: null,
      band90: null,
      state: "balance",
    });
  });

  it("reads the case at another day, and as it was known on another", () => {
    const opening = index("khadimi-kh-2020", "--as-of", "2020-01-31");
    expect(
      opening.contributions.every(
        ({ points, record }) => points === 0 || opening.factors.some(({ id }) => id === record),
      ),
    ).toBe(true);
    const known = index("khadimi-kh-2020", "--known-at", "2020-06-27");
    expect(known.knownAt).toBe("2020-06-27");
    expect(known.contributions.map(({ record }) => record)).not.toContain("release");
  });

  it("says that a case without scales has no index", () => {
    expect(index("somewhereland")).toMatchObject({ index: null, band90: null, contributions: [] });
    expect(mizan(["index", "somewhereland"]).stdout).toContain("This case has no index");
  });

  it.each(["yesterday", "2020-02-30", "2020-6-1"])("refuses %s as a day", (day) => {
    const { status, stderr } = mizan(["index", "khadimi-kh-2020", "--as-of", day]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `option '--as-of <day>' argument '${day}' is invalid. expected a day such as 2020-06-30\n`,
    );
  });
});

describe("a value that an option cannot have", () => {
  it.each([
    ["diff", "--from", "2020-13-25"],
    ["diff", "--known-to", "soon"],
    ["scenarios", "--as-of", "2020-02-30"],
    ["scenarios", "--seed", "4294967296"],
    ["outlook", "--seed", "-1"],
    ["outlook", "--draws", "0"],
    ["sensitivity", "--known-at", "2020"],
    ["indicators", "--as-of", "-"],
    ["replay", "--speed", "0"],
    ["replay", "--speed", "NaN"],
    ["replay", "--speed", "-1"],
    ["replay", "--port", "65536"],
  ])("of mizan %s makes the call wrong: %s %s", (command, option, value) => {
    const { status, stdout, stderr } = mizan([command, "khadimi-kh-2020", option, value]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`argument '${value}' is invalid. expected a`);
  });
});

describe("mizan export json", () => {
  it("gives the whole case, which reads back as the same case", () => {
    const data = JSON.parse(mizan(["export", "json", "khadimi-kh-2020"]).stdout) as unknown;
    const reading = readCase(data);
    expect(reading.problems).toEqual([]);
    expect(reading.study).toEqual(data);
  });
});

describe("a case that holds nothing yet", () => {
  const folder = join(scratch, "bare");
  mkdirSync(folder);
  writeFileSync(
    join(folder, "case.yaml"),
    "id: bare\ntitle: { en: Bare }\nquestion: { en: What? }\nsummary: Nothing yet.\nperiod: 2031-01-01/..\nmarking: TLP:CLEAR\n",
  );
  it.each([
    [["validate", folder], 0, "bare fits the model: no record yet"],
    [["index", folder], 0, "This case has no index"],
    [["diff", folder, "--from", "2031-01-01", "--to", "2031-02-01"], 0, "Nothing is different."],
    [["outlook", folder], 1, "bare has no outlook: the present state of any factor is not known"],
    [["scenarios", folder], 1, "bare has no factors"],
    [["replay", folder], 1, "bare has no events to play again"],
  ])("is answered plainly: %j", (args, status, text) => {
    const answer = mizan(args);
    expect(answer.status).toBe(status);
    expect(answer.stdout + answer.stderr).toContain(text);
    expect(answer.stderr).not.toContain(".ts:");
  });
});

describe("mizan", () => {
  it.each([["validate"], ["index"], ["export"]])("explains %s", (command) => {
    const { status, stdout } = mizan([command, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: mizan ${command}`);
  });
  it.each([[["validate"]], [["validat", "x"]], [["index", "x", "--asof", "2020"]], [["export", "xml", "x"]], [[]]])(
    "exits 2 when it is called wrongly: %j",
    (args) => {
      expect(mizan(args).status).toBe(2);
    },
  );
});
