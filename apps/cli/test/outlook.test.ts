import { describe, expect, it } from "vitest";
import { mizan } from "./mizan.ts";

interface OutlookJson {
  asOf: string;
  outlooks: {
    option: string | null;
    outcomes: { outcome: string; share: number; standardError: number; assumed: boolean }[];
    unsettled: { share: number };
    destination: { settles: boolean; steps: number; states: Record<string, string>[] };
    movedBy: string | null;
    outside?: { factor: string; state: string }[];
  }[];
}
const outlook = (...args: string[]) => JSON.parse(mizan(["outlook", ...args, "--json"]).stdout) as OutlookJson;

describe("mizan outlook", () => {
  it("gives the shares of every outcome for every course of action, and for none", () => {
    const { asOf, outlooks } = outlook("khadimi-kh-2020", "--draws", "500");
    expect(asOf).toBe("2020-07-08");
    expect(outlooks.map(({ option }) => option)).toEqual([null, "ease", "balance", "push"]);
    for (const { outcomes, destination } of outlooks) {
      expect(outcomes.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
      expect(Object.keys(destination.states[0]!)).toContain("posture");
    }
    expect(outlooks[1]!.destination.states[0]!["posture"]).toBe("ease-off");
  });

  it("is the same for the same seed", () => {
    const args = ["khadimi-kh-2020", "--option", "push", "--draws", "300", "--seed", "9"];
    expect(outlook(...args)).toEqual(outlook(...args));
  });

  it("goes through what lies outside when it is asked to", () => {
    const [one] = outlook("khadimi-kh-2020", "--option", "balance", "--draws", "50", "--outside").outlooks;
    expect(one!.outside!.map(({ factor, state }) => `${factor} ${state}`)).toHaveLength(2);
  });

  it("says in words how likely, what is assumed, and that shares are the model's", () => {
    const { stdout } = mizan(["outlook", "khadimi-kh-2020", "--option", "ease", "--draws", "500"]);
    expect(stdout).toContain("the model's, not the world's");
    expect(stdout).toMatch(/(likely|certain), assumed\)/);
  });

  it("refuses an option the case does not have, and a case whose present is not known", () => {
    expect(mizan(["outlook", "khadimi-kh-2020", "--option", "pusch"])).toMatchObject({
      status: 1,
      stderr: "unknown option: pusch (did you mean push?)\n",
    });
    expect(mizan(["outlook", "somewhereland"])).toMatchObject({
      status: 1,
      stderr: "somewhereland has no outlook: the present state of government is not known\n",
    });
    expect(mizan(["outlook", "khadimi-kh-2020", "--draws", "none"]).status).toBe(2);
  });
});
