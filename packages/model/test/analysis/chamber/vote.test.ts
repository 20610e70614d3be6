import { describe, expect, it } from "vitest";
import {
  blocking,
  carrying,
  ChamberError,
  fractionText,
  pivotal,
  voteCount,
  type VotingList,
} from "../../../src/analysis/chamber/index.ts";
import { lists, quota } from "./council.ts";

const list = (id: string, seats: number, stance: VotingList["stance"] = "undecided"): VotingList => ({
  id,
  seats,
  stance,
});
const saairun = "Saairun";
const nasr = "Victory Alliance (Nasr)";
const hikma = "National Wisdom Movement (Hikma)";

describe("voteCount", () => {
  it("has Fatah and State of Law 92 short of 165", () => {
    expect(voteCount(lists, quota)).toEqual({
      quota: 165,
      members: 329,
      for: 73,
      against: 19,
      undecided: 237,
      short: 92,
      standing: "open",
    });
  });

  it("is carried at the quota, lost where the undecided cannot reach it, and either way settled without any", () => {
    const standing = (...all: VotingList[]) => voteCount(all, 6).standing;
    expect(standing(list("a", 6, "for"), list("b", 4))).toBe("carried");
    expect(standing(list("a", 3, "for"), list("b", 2), list("c", 5, "against"))).toBe("lost");
    expect(standing(list("a", 5, "for"), list("b", 5, "against"))).toBe("lost");
    expect(standing(list("a", 3, "for"), list("b", 3), list("c", 4, "against"))).toBe("open");
  });

  it("refuses an empty chamber, seats that are none, ids used twice and quotas without sense, all at once", () => {
    const problems = (all: VotingList[], needed: number) => {
      try {
        voteCount(all, needed);
      } catch (error) {
        return (error as ChamberError).message.split("\n");
      }
      return [];
    };
    expect(problems([], 1)).toEqual(["at lists: expected at least one list"]);
    expect(problems([list("a", -1), list("a", 1.5), list("b", NaN)], 0)).toEqual([
      "at lists[0].seats: expected a whole number from 0: -1",
      "at lists[1].id: id already used: a",
      "at lists[1].seats: expected a whole number from 0: 1.5",
      "at lists[2].seats: expected a whole number from 0: NaN",
      "at quota: expected at least 1, as everybody meets less: 0",
    ]);
    expect(problems([list("a", 4)], 5)).toEqual(["at quota: expected at most 4, as nobody meets more: 5"]);
  });
});

describe("pivotal", () => {
  it("finds no list in the Iraqi chamber that closes the gap or is needed to close it", () => {
    const { closing, needed, residual } = pivotal(lists, quota);
    expect({ closing, needed }).toEqual({ closing: [], needed: [] });
    expect(residual!.lists).toHaveLength(34);
    expect(residual!.lists[0]).toBe(saairun);
    expect(residual!.power.shapleyShubik.numbers.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("keeps the three meanings apart: by hand, 4 short with 4, 2 and 1 undecided, then 6 short", () => {
    const chamber = [list("for", 3, "for"), list("a", 4), list("b", 2), list("c", 1), list("none", 0)];
    const four = pivotal(chamber, 7);
    expect(four).toMatchObject({ closing: ["a"], needed: ["a"] });
    expect(four.residual!.power.shapleyShubik.fractions.map(fractionText)).toEqual(["1", "0", "0", "0"]);
    const six = pivotal(chamber, 9);
    expect(six).toMatchObject({ closing: [], needed: ["a", "b"] });
    expect(six.residual!.power.shapleyShubik.fractions.map(fractionText)).toEqual(["1/2", "1/2", "0", "0"]);
  });

  it("finds nobody pivotal where the motion is settled", () => {
    const nobody = { closing: [], needed: [], residual: undefined };
    expect(pivotal([list("a", 6, "for"), list("b", 4)], 6)).toEqual(nobody);
    expect(pivotal([list("a", 1, "for"), list("b", 4), list("c", 5, "against")], 6)).toEqual(nobody);
    expect(pivotal([list("a", 5, "for"), list("b", 5, "against")], 6)).toEqual(nobody);
  });
});

describe("carrying", () => {
  it("answers who must join Fatah: Saairun with Nasr, 96 seats, is the only pair", () => {
    const { short, held, reach, coalitions, counts, cut } = carrying(lists, quota, { including: ["Fatah"] });
    expect({ short, held, reach, cut }).toEqual({ short: 92, held: 73, reach: "within", cut: "coalitions" });
    expect(counts!.slice(0, 4)).toEqual([0n, 0n, 1n, 4n]);
    expect(coalitions[0]).toEqual({ lists: [saairun, nasr], seats: 96 });
    expect(coalitions[1]!.lists).toHaveLength(3);
  });

  it("takes a list that is asked for from the other side", () => {
    const { open, including, coalitions } = carrying(lists, quota, { including: [hikma] });
    expect({ open, including }).toEqual({ open: 256, including: { lists: [hikma], seats: 19 } });
    expect(coalitions[0]!.lists).toContain(hikma);
    expect(coalitions[0]!.seats).toBeGreaterThanOrEqual(92);
  });

  it("asks for nobody where the motion is carried, and finds nobody where it cannot be", () => {
    expect(carrying([list("a", 6, "for"), list("b", 4)], 6)).toMatchObject({
      short: 0,
      reach: "there",
      coalitions: [],
    });
    const lost = [list("a", 1, "for"), list("b", 4), list("c", 5, "against")];
    expect(carrying(lost, 6)).toMatchObject({ short: 5, open: 4, reach: "beyond", coalitions: [] });
  });

  it("refuses a list that there is not", () => {
    expect(() => carrying(lists, quota, { including: ["Sairun"] })).toThrow("at including: unknown list: Sairun");
  });
});

describe("blocking", () => {
  it("answers what Iraqiyoon can block: Hikma is 146 seats short of the 165 that block", () => {
    const alone = blocking(lists, quota, { including: [hikma] });
    expect(alone).toMatchObject({ target: 165, held: 19, short: 146, open: 237, reach: "within" });
    expect(alone.counts!.findIndex((count) => count > 0n)).toBe(5);
  });

  it("answers it for the nearly 50 members reported: 115 short, whichever 31 seats they are", () => {
    const reported = [...lists, list("Iraqiyoon beside Hikma", 31, "against")].map((each) =>
      each.id === nasr ? { ...each, seats: 42 - 31 } : each,
    );
    expect(voteCount(reported, quota)).toMatchObject({ members: 329, short: 92, undecided: 206, standing: "open" });
    expect(blocking(reported, quota)).toMatchObject({ held: 50, short: 115 });
  });

  it("leaves the rest without the quota by every coalition, and with it when one of them turns back", () => {
    const chamber = [list("a", 3, "for"), list("b", 4), list("c", 2), list("d", 1), list("e", 2, "against")];
    const { short, coalitions } = blocking(chamber, 6);
    expect(short).toBe(5);
    expect(coalitions).toEqual([
      { lists: ["b", "c"], seats: 6 },
      { lists: ["b", "d"], seats: 5 },
    ]);
  });

  it("is there once the declared lists lack nothing, which is when the motion is lost", () => {
    const lost = [list("a", 5, "for"), list("b", 5, "against")];
    expect(blocking(lost, 6).reach).toBe("there");
    expect(voteCount(lost, 6).standing).toBe("lost");
  });
});
