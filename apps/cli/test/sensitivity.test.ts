import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

const scratch = mkdtempSync(join(tmpdir(), "mizan-sensitivity-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("mizan sensitivity", () => {
  it("says what would turn the index, each course of action, and which source it hangs on", () => {
    const { status, stdout } = mizan(["sensitivity", "khadimi-kh-2020"]);
    expect(status).toBe(0);
    expect(stdout).toContain("What alone would turn its sign, by the share of its range:");
    expect(stdout).toMatch(/ 30%  Coercive control: baseline, 7 steps up: \+3\n/);
    expect(stdout).toMatch(/Ease off ends in .*\n  one-point changes that end elsewhere: 16 of 324 of coded cells/);
    expect(stdout).toMatch(/−31 \(−5\)  Al-Monitor: 3 events lost/);
    expect(stdout).toMatch(/likely +−23  without 1 event\n/);
    expect(stdout).toContain("fatah, seats: 48 or 47: index −26 to −26, 92 to 93 votes short");
  });

  it("gives all of it as JSON, nothing left out where a value is missing", () => {
    const { stdout } = mizan(["sensitivity", "khadimi-kh-2020", "--as-of", "2020-06-26", "--json"]);
    const found = JSON.parse(stdout) as {
      asOf: string;
      index: { flips: { notches: number | null; share: number | null }[]; together: { exact: boolean } };
      outcomes: { option: string | null }[];
      ladder: unknown[];
    };
    expect(found.asOf).toBe("2020-06-26");
    expect(found.index.flips.every(({ notches, share }) => (notches === null) === (share === null))).toBe(true);
    expect(found.index.together.exact).toBe(true);
    expect(found.outcomes.map(({ option }) => option)).toEqual([null, "ease", "balance", "push"]);
    expect(found.ladder).toHaveLength(4);
  });

  it("says why no changes of one notch together turn the sign", () => {
    const scale = (baseline: number) =>
      `{ weight: 1, weightRationale: drawn, baseline: ${baseline}, baselineConfidence: high, baselineRationale: drawn, halfLifeDays: 30, halfLifeRationale: drawn, cuts: [0] }`;
    const states = "[{ id: low, name: { en: Low } }, { id: high, name: { en: High } }]";
    const sides =
      "sides: { positive: { name: { en: Up }, inSentence: up }, negative: { name: { en: Down }, inSentence: down } }";
    writeFileSync(
      join(scratch, "case.yaml"),
      `id: bare\ntitle: { en: Bare }\nquestion: { en: What? }\nsummary: Nothing yet.\nperiod: 2030/..\nmarking: TLP:CLEAR\n${sides}\n`,
    );
    for (const [baseline, said] of [
      [0, "The index is at parity: any change turns it."],
      [2, "Not even all changes of one notch together would turn its sign."],
    ] as const) {
      writeFileSync(
        join(scratch, "factors.yaml"),
        `- { id: one, name: { en: One }, kind: condition, states: ${states}, scale: ${scale(baseline)}, basis: author }\n`,
      );
      expect(mizan(["sensitivity", scratch]).stdout).toContain(said);
    }
    rmSync(join(scratch, "factors.yaml"));
  });

  it("says so for a case without an index, and for one that holds nothing", () => {
    const { status, stdout } = mizan(["sensitivity", "somewhereland"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("This case has no index")]);
    writeFileSync(
      join(scratch, "case.yaml"),
      "id: bare\ntitle: { en: Bare }\nquestion: { en: What? }\nsummary: Nothing yet.\nperiod: 2030/..\nmarking: TLP:CLEAR\n",
    );
    expect(mizan(["sensitivity", scratch])).toMatchObject({ status: 0, stderr: "" });
    expect(mizan(["indicators", scratch]).stdout).toContain("This case names no indicator.");
  });
});

describe("mizan indicators", () => {
  it("says which have fired, since when, how far the others are, and on which records", () => {
    const { status, stdout } = mizan(["indicators", "khadimi-kh-2020"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/fired +Rocket attacks on US targets, since 26 June 2020: 1 of 1 event\n +Rocket attacks/);
    expect(stdout).toMatch(/counting +CTS does not act on KH, since 27 June 2020: 12 of 30 days without one/);
    expect(stdout).toMatch(/quiet +Credibility falls to impunity.*: level −28, fires below −40/);
  });

  it("reads them at any day, as JSON with their history", () => {
    const { stdout } = mizan(["indicators", "khadimi-kh-2020", "--as-of", "2020-06-20", "--json"]);
    const { indicators } = JSON.parse(stdout) as {
      indicators: { state: string; history: { day: string }[]; records: string[] }[];
    };
    expect(indicators).toHaveLength(16);
    expect(indicators[0]).toMatchObject({ state: "quiet", value: 0, records: [] });
    expect(indicators[0]!.history[0]!.day).toBe("2020-02-01");
  });
});
