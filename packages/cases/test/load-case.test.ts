import { describe, expect, test } from "vitest";
import { CaseError, loadCase } from "../src/index.ts";
import { breakages } from "./broken.ts";
import { snapshot, spoiled, swap, withFolder, write, type Files } from "./folders.ts";

async function refusal(folder: string): Promise<CaseError> {
  const outcome = await loadCase(folder).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(CaseError);
  return outcome as CaseError;
}

/** True where the line has the parts of the pattern in order, from its first character to its last; `…` stands for any text. */
function fits(line: string, pattern: string): boolean {
  const parts = pattern.split("…").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "u").test(line);
}

const load = (files: Files) => withFolder(files, loadCase);

describe("loadCase", () => {
  test("reads a folder with a file for each kind of record", async () => {
    const { study, warnings } = await load(spoiled([]));
    expect(study.case.id).toBe("harbour");
    expect(study.chamber.map(({ seats }) => seats)).toEqual([6, 4]);
    expect(warnings).toEqual([]);
  });

  test("takes a missing list file for a list without records", async () => {
    const { study } = await load({ ...spoiled([]), "ties.yaml": "[]\n" });
    expect(study.ties).toEqual([]);
    const files = spoiled([]);
    delete files["ties.yaml"];
    expect((await load(files)).study.ties).toEqual([]);
  });

  test("reads a byte order mark, CRLF and right-to-left text as they are meant", async () => {
    const files = spoiled([
      swap("ties.yaml", "{ en: They are at odds }", "{ en: They are at odds, ar: بينهما خلاف }"),
      swap("ties.yaml", "\n", "\r\n", true),
      swap("ties.yaml", "- id: feud", "\ufeff- id: feud"),
    ]);
    expect((await load(files)).study.ties[0]!.statement).toEqual({ en: "They are at odds", ar: "بينهما خلاف" });
  });

  test("takes characters that reorder text out of a name", async () => {
    const { study } = await load(spoiled([swap("actors.yaml", "{ en: Crew }", "{ en: \u202eCrew\u2066 }")]));
    expect(study.actors[1]!.name).toEqual({ en: "Crew" });
  });

  test("keeps a date a text, as YAML 1.2 does", async () => {
    expect((await load(spoiled([]))).study.events[0]!.when).toBe("2020-05-03");
  });

  test("follows a few aliases", async () => {
    const files = spoiled([
      swap(
        "actors.yaml",
        "    - { source: gazette, published: 2020-06, place: p. 1, grade: B2 }",
        "    - &first { source: gazette, published: 2020-06, grade: B2 }",
      ),
      swap("actors.yaml", "    - { source: gazette, published: 2020-06, place: p. 1, grade: B2 }", "    - *first"),
    ]);
    expect((await load(files)).study.actors[1]!.citations).toHaveLength(1);
  });

  test("leaves files that are not YAML alone", async () => {
    const files = spoiled([write("README.md", "# Notes"), write("map.png", new Uint8Array([0x89, 0x50]))]);
    expect((await load(files)).study.case.id).toBe("harbour");
  });

  test("gives what is odd without being wrong as warnings, with their place", async () => {
    const { warnings } = await load(spoiled([swap("impacts.yaml", "held: -1", "held: -2")]));
    expect(warnings).toMatchObject([{ file: "impacts.yaml", line: 4, column: 11, path: ["impacts", 0, "values"] }]);
  });

  test("never lets a __proto__ key reach an object's prototype", async () => {
    await withFolder(spoiled([write("ties.yaml", "- __proto__: { polluted: true }\n")]), refusal);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("a broken folder", () => {
  test.each(Object.entries(breakages))(
    "names every place of %s and stays untouched",
    async (_title, { spoil, says }) => {
      await withFolder(spoiled(spoil), async (folder) => {
        const before = await snapshot(folder);
        const { message, problems } = await refusal(folder);
        const [heading, ...lines] = message.split("\n");
        expect(heading).toBe("harbour does not fit the model");
        expect(
          lines.filter((line, i) => !fits(line, says[i] ?? "")),
          message,
        ).toEqual([]);
        expect(lines).toHaveLength(says.length);
        expect(problems).toHaveLength(says.length);
        expect(await snapshot(folder)).toEqual(before);
      });
    },
  );

  test("is named as such when it does not exist", async () => {
    const error = await refusal("/nowhere/at-all");
    expect(error.message).toBe("at-all cannot be read as a case\nat-all: no such folder: /nowhere/at-all");
    expect(error.cause).toMatchObject({ code: "ENOENT" });
  });

  test("is named as such when it is a file", async () => {
    const message = await withFolder(spoiled([]), async (folder) => (await refusal(`${folder}/case.yaml`)).message);
    expect(message).toMatch(/^case\.yaml cannot be read as a case\ncase\.yaml: not a folder: /);
  });

  test("does not have its references into an unreadable file called unknown", async () => {
    const { problems } = await withFolder(spoiled([write("actors.yaml", "- id: [")]), refusal);
    expect(problems.map(({ file }) => file)).toEqual(["actors.yaml"]);
  });
});
