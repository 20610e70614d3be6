import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-chamber-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const council = { quota: 12, weights: [4, 4, 4, 2, 2, 1] };

function written(content: unknown): string {
  const path = join(scratch, "chamber.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const chamber = (...args: string[]) =>
  JSON.parse(mizan(["chamber", ...args, "--json"]).stdout) as Record<string, Record<string, unknown>>;

describe("mizan chamber on a file", () => {
  it("gives the published indices of the council of 1958, rules in a list or one bare, from where it was called", () => {
    const answer = chamber(written({ rules: [council] }));
    expect(answer["shapleyShubik"]!["fractions"]).toEqual(["7/30", "7/30", "7/30", "3/20", "3/20", "0"]);
    expect(answer["banzhaf"]!["fractions"]).toEqual(["5/21", "5/21", "5/21", "1/7", "1/7", "0"]);
    expect(answer["penrose"]!["numbers"]).toEqual([0.3125, 0.3125, 0.3125, 0.1875, 0.1875, 0]);
    expect(answer["swings"]).toEqual([10, 10, 10, 6, 6, 0]);
    expect(answer["minimalWinning"]).toMatchObject({ count: 4, cut: null });
    written(council);
    expect(JSON.parse(mizan(["chamber", "chamber.json", "--json"], { INIT_CWD: scratch }).stdout)).toEqual(answer);
  });

  it("takes several rules at once, and writes counts above 2^53 − 1 as text", () => {
    const both = chamber(
      written({
        rules: [
          { quota: 3, weights: [2, 1, 1] },
          { quota: 3, weights: [1, 1, 1] },
        ],
      }),
    );
    expect(both["swings"]).toEqual([1, 1, 1]);
    const hundred = chamber(written({ quota: 51, weights: Array<number>(100).fill(1) }));
    expect((hundred["swings"] as unknown as string[])[0]).toMatch(/^50\d{27}$/);
    expect(hundred["minimalWinning"]).toMatchObject({ count: expect.stringMatching(/^\d{29}$/), cut: "coalitions" });
  });

  it("lists only coalitions with the voters asked for", () => {
    expect(chamber(written(council), "--with", "3", "0")["minimalWinning"]!["coalitions"]).toEqual([
      [0, 1, 3, 4],
      [0, 2, 3, 4],
    ]);
    expect(mizan(["chamber", written(council), "--with", "6"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no such voter: 6: expected a place from 0 to 5"),
    });
  });

  it("says in its text what it counts and what it does not", () => {
    const { status, stdout } = mizan(["chamber", written(council)]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {4}0 +23\.3% +23\.8% +31\.3% +4 +10$/m);
    expect(stdout).toContain("can spare no member: 4 (of 3: 1, of 4: 3)");
    expect(stdout).toContain("It says nothing about armed coercion");
  });

  it.each<[what: string, content: unknown, lines: string[]]>([
    ["a syntax error", '{"quota": 3,\n "weights": [1, 2,]}', ["chamber.json:2:19: expected a value: ]}"]],
    ["an unfinished file", '{"quota": 3', ["chamber.json:1:12: expected , or }: the end of the file"]],
    [
      "values that do not fit, all at once",
      {
        rules: [
          { quota: "3", weights: [1, -2, 0.5] },
          { weights: [1], quotas: 1 },
        ],
      },
      [
        "chamber.json: at rules[0].quota: expected a whole number: 3",
        "chamber.json: at rules[0].weights[1]: expected a whole number from 0: -2",
        "chamber.json: at rules[0].weights[2]: expected a whole number from 0: 0.5",
        "chamber.json: at rules[1].quota: missing",
        "chamber.json: at rules[1].quotas: unknown key: quotas",
      ],
    ],
    [
      "a quota that nobody meets",
      { rules: [council, { quota: 7, weights: [1, 1, 1, 1, 1, 1] }] },
      ["chamber.json: at rules[1].quota: expected at most 6, as nobody meets more: 7"],
    ],
    [
      "a quota that everybody meets, in a bare rule",
      { ...council, quota: 0 },
      ["chamber.json: at quota: expected at least 1, as everybody meets less: 0"],
    ],
    ["no voters", { quota: 1, weights: [] }, ["chamber.json: at weights: expected at least one voter"]],
    ["no rules", { rules: [] }, ["chamber.json: at rules: expected at least one rule"]],
    ["a list", [1, 2], ["chamber.json: expected an object: [1,2]"]],
  ])("refuses %s with file, place, problem and value", (_, content, lines) => {
    const { status, stdout, stderr } = mizan(["chamber", written(content)]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n").slice(1)).toEqual(lines);
  });

  it("says that a file cannot be read", () => {
    expect(mizan(["chamber", "none.json"])).toMatchObject({ status: 1, stderr: "none.json cannot be read: ENOENT\n" });
  });
});

describe("mizan chamber on a case", () => {
  it("gives the exact figures of the Iraqi chamber", () => {
    const { lists, shapleyShubik, vote, pivotal } = chamber("khadimi-kh-2020");
    const at = (id: string) => (lists as unknown as { id: string }[]).findIndex((list) => list.id === id);
    const fractions = shapleyShubik!["fractions"] as string[];
    expect(fractions[at("saairun")]).toBe("25116586355407/140603459396400");
    expect(fractions[at("fatah")]).toBe("8601182365871/55655536011075");
    expect(vote).toMatchObject({ quota: 165, for: 73, short: 92, standing: "open" });
    expect(pivotal).toMatchObject({ closing: [], needed: [] });
    expect(pivotal!["residual"]).toMatchObject({ lists: expect.arrayContaining(["saairun", "nasr"]) });
  });

  it("answers who must join Fatah, and what Iraqiyoon's list can block", () => {
    const { carrying, blocking } = chamber("khadimi-kh-2020", "--with", "fatah");
    expect((carrying!["coalitions"] as unknown[])[0]).toEqual({ lists: ["saairun", "nasr"], seats: 96 });
    expect((carrying!["counts"] as unknown[]).slice(0, 4)).toEqual([0, 0, 1, 4]);
    expect(carrying!["cut"]).toBe("coalitions");
    expect(blocking).toMatchObject({ target: 165, held: 19, short: 146, including: { lists: ["fatah"], seats: 48 } });
    const { status, stdout } = mizan(["chamber", "khadimi-kh-2020", "--with", "hikma"]);
    expect(status).toBe(0);
    expect(stdout).toContain("For 73 (Fatah, State of Law), against 19");
    expect(stdout).toContain(
      "To block it, by voting against or staying away, 165 are needed and 19 declared: 146 more.",
    );
    expect(stdout).toContain("those alone leave 73");
    expect(stdout).toContain("It says nothing about armed coercion");
  });

  it("knows no list of that name, and says what it may have meant", () => {
    expect(mizan(["chamber", "khadimi-kh-2020", "--with", "sairun"])).toMatchObject({
      status: 1,
      stderr: "khadimi-kh-2020 has no such list: sairun (did you mean saairun?)\n",
    });
  });

  it("says that a case has no motion", () => {
    expect(chamber("somewhereland")).toMatchObject({ shapleyShubik: null, vote: null });
    expect(mizan(["chamber", "somewhereland"]).stdout).toBe("somewhereland has no motion on which a chamber votes.\n");
  });

  it("exits 2 when it is called wrongly", () => {
    expect(mizan(["chamber"]).status).toBe(2);
    expect(mizan(["chamber", "khadimi-kh-2020", "--without", "fatah"]).status).toBe(2);
  });
});
