import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consistentConfigurations, crossImpactSystem } from "@mizan/model/scenarios";
import { isScw, readScw, scwText, type ScwProject } from "../src/index.ts";

const published = (file: string) =>
  JSON.parse(readFileSync(new URL(`published/${file}.json`, import.meta.url), "utf8")) as {
    descriptors: { name: string; states: string[] }[];
    matrix: number[][];
    matrixRowsSource_colsTarget: number[][];
  };
const projectOf = (
  title: string,
  descriptors: { name: string; states: string[] }[],
  matrix: number[][],
): ScwProject => ({
  title,
  descriptors: descriptors.map(({ name, states }) => ({ name, states: states.map((state) => ({ name: state })) })),
  matrix,
});
const global = published("CIB_global");
const somewhereland = published("somewhereland");

/** As another version may lay it out: wide signs, carriage returns, blank lines, notes, comments on cells. */
const weather = `$ ScenarioWizard 4.3
weather.scw
& Wind
  - Calm
  - Gale

& Sea
  - Flat
  - Rough
#
& How it blows
  Under 3 knots

& 

  as in #4
#
#
0000FF
FFFFFF
FFFFFF
FFFFFF
#
#
0,0,3,-3
0,0,-3,+3
0,0,0,0

1,-1,0,0
#
# 0-0
"a comment"
#
#
`;

describe("a ScenarioWizard project", () => {
  it("is read with its names, notes and matrix", () => {
    const expected = {
      title: "weather.scw",
      descriptors: [
        { name: "Wind", note: "How it blows", states: [{ name: "Calm", note: "Under 3 knots" }, { name: "Gale" }] },
        { name: "Sea", states: [{ name: "Flat" }, { name: "Rough", note: "as in #4" }] },
      ],
      matrix: [
        [0, 0, 3, -3],
        [0, 0, -3, 3],
        [0, 0, 0, 0],
        [1, -1, 0, 0],
      ],
    };
    expect(readScw(weather)).toEqual({ project: expected, problems: [] });
    expect(readScw(weather.replaceAll("\n", "\r\n"))).toEqual({ project: expected, problems: [] });
    expect(readScw(`\uFEFF${weather}`).project).toEqual(expected);
  });

  it("is read from bytes in UTF-8, else in Windows-1252", () => {
    const stürmisch = weather.replace("Gale", "Stürmisch");
    const latin = Uint8Array.from(stürmisch, (letter) => letter.charCodeAt(0));
    for (const bytes of [new TextEncoder().encode(stürmisch), latin])
      expect(readScw(bytes).project!.descriptors[0]!.states[1]).toEqual({ name: "Stürmisch" });
  });

  it.each([
    ["CIB_global", projectOf("CIB_global.scw", global.descriptors, global.matrix), 4],
    ["Somewhereland", projectOf("sl.scw", somewhereland.descriptors, somewhereland.matrixRowsSource_colsTarget), 10],
  ])("that is written and read again is the same: %s", (_, project, solutions) => {
    const text = scwText(project);
    expect(readScw(text)).toEqual({ project, problems: [] });
    expect(scwText(readScw(text).project!)).toBe(text);
    const sizes = project.descriptors.map(({ states }) => states.length);
    expect(consistentConfigurations(crossImpactSystem(sizes, project.matrix)).consistent).toHaveLength(solutions);
  });

  it("comes back the same whatever its names, notes and impacts", () => {
    const signs = fc.constantFrom("#", "&", "-", "&#", "# ", "$ ScenarioWizard 4.0", "Solution set", '"', "0,0");
    const words = fc
      .oneof({ weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) }, { weight: 1, arbitrary: signs })
      .map((text) => text.replace(/\s+/g, " ").trim());
    const notes = words.filter((text) => text !== "");
    const withNote = <T extends object>(record: T, note: string | undefined) =>
      note === undefined ? record : { ...record, note };
    const named = fc.tuple(words, fc.option(notes, { nil: undefined }));
    const state = named.map(([name, note]) => withNote({ name }, note));
    const descriptor = fc
      .tuple(named, fc.array(state, { minLength: 2, maxLength: 9 }))
      .map(([[name, note], states]) => withNote({ name, states }, note));
    const descriptors = fc.array(descriptor, { minLength: 1, maxLength: 4 });
    const project = descriptors.chain((drawn) => {
      const states = drawn.reduce((sum, descriptor) => sum + descriptor.states.length, 0);
      const row = fc.array(
        fc.maxSafeInteger().map((impact) => impact || 0),
        { minLength: states, maxLength: states },
      );
      return fc.record({
        title: words,
        descriptors: fc.constant(drawn),
        matrix: fc.array(row, { minLength: states, maxLength: states }),
      });
    });
    fc.assert(
      fc.property(project, (drawn) => {
        expect(readScw(scwText(drawn)).project).toEqual(drawn);
      }),
      { numRuns: 200 },
    );
  });

  it.each(["&", "#", "& so on", "-", "# 0-0"])("comes back with a state noted %s, whatever the title", (note) => {
    const project = {
      title: "Solution set",
      descriptors: [{ name: "#", note: "#", states: [{ name: "&", note }, { name: "#" }] }],
      matrix: [
        [0, 1],
        [-1, 0],
      ],
    };
    expect(readScw(scwText(project))).toEqual({ project, problems: [] });
  });

  it("is known by what it holds", () => {
    expect(isScw(weather)).toBe(true);
    expect(isScw(new TextEncoder().encode(weather))).toBe(true);
    expect(isScw('{"sizes":[2],"matrix":[]}')).toBe(false);
    expect(isScw("")).toBe(false);
    expect(isScw("$ ScenarioWizard 3.0\nSolution set\n 4 \n")).toBe(false);
  });

  it.each([
    ["another file", "factors: []", 1, 'expected "$ ScenarioWizard": factors: []'],
    [
      "a name without its sign",
      weather.replace("  - Gale", "  Gale"),
      5,
      "expected a descriptor (&) or a state (-): Gale",
    ],
    [
      "one state",
      weather.replace("  - Gale\n", "").replace("3,-3\n0,0,-3,+3\n", "3\n"),
      3,
      "expected 2 to 9 states of Wind: 1",
    ],
    ["no descriptor", "$ ScenarioWizard 4.0\nx.scw\n#\n#\n#\n#\n#\n#\n", 3, "expected a descriptor (&)"],
    ["a file that is cut off", weather.slice(0, weather.indexOf("#\n0,0,3")), 24, "the file ends before its matrix"],
    ["a row too few", weather.replace("0,0,0,0\n", ""), 28, "expected 4 rows, one a state: 3"],
    ["an impact too few", weather.replace("1,-1,0,0", "1,-1,0"), 29, "expected 4 impacts: 3"],
    ["half an impact", weather.replace("3,-3", "3,-3.5"), 25, "expected a whole number as impact 4: -3.5"],
    [
      "an impact beyond 2^53",
      weather.replace("3,-3", `3,${2 ** 53}`),
      25,
      `expected a whole number as impact 4: ${2 ** 53}`,
    ],
    ["an empty impact", weather.replace("1,-1,0,0", "1,,0,0"), 29, "expected a whole number as impact 2: "],
  ])("that is broken says where: %s", (_, text, line, problem) => {
    const { project, problems } = readScw(text);
    expect(project).toBeUndefined();
    expect(problems).toContainEqual({ line, problem });
  });

  it("is not written where it could not be read again: too few or too many descriptors or states", () => {
    const of = (...counts: number[]) => {
      const descriptors = counts.map((count, i) => ({
        name: `d${i}`,
        states: Array.from({ length: count }, (_, state) => String(state)),
      }));
      const all = counts.reduce((sum, count) => sum + count, 0);
      return scwText(
        projectOf(
          "x",
          descriptors,
          Array.from({ length: all }, () => Array.from({ length: all }, () => 0)),
        ),
      );
    };
    expect(() => of(2, 1)).toThrow("expected 2 to 9 states of d1: 1");
    expect(() => of(10)).toThrow("expected 2 to 9 states of d0: 10");
    expect(() => of()).toThrow("expected 1 to 60 descriptors: 0");
    expect(() => of(...Array.from({ length: 61 }, () => 2))).toThrow("expected 1 to 60 descriptors: 61");
    expect(readScw(of(2, 9)).problems).toEqual([]);
  });

  it("is not written from a matrix that does not fit", () => {
    const project = projectOf("x", [{ name: "a", states: ["b", "c"] }], [[0, 1]]);
    expect(() => scwText(project)).toThrow("expected a matrix of 2 by 2 whole numbers");
    expect(() =>
      scwText({
        ...project,
        matrix: [
          [0, NaN],
          [0, 0],
        ],
      }),
    ).toThrow(RangeError);
  });
});

describe("the README", () => {
  it("has an example that runs", async () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readme)!;
    const body = example!.replace(/^import .*$/gm, "").replace(/console\.log\(([\s\S]*?)\);/, "printed.push($1);");
    const printed: string[] = [];
    const names = { file: weather, readScw, scwText, consistentConfigurations, crossImpactSystem, printed };
    new Function(...Object.keys(names), body)(...Object.values(names));
    expect(printed).toEqual(["0 0: 3"]);
  });
});
