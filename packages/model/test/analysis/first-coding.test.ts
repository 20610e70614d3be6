import { describe, expect, it } from "vitest";
import { balanceAt, change, dayOf } from "../../src/index.ts";
import { bandText } from "../../src/words/index.ts";
import { firstCoding } from "../first-coding.ts";

const balance = balanceAt(firstCoding(), { asOf: dayOf("2020-07-08") });
const moved = (from: string, to: string) => {
  const { x, margin90 } = change(balance, balance.weights!, dayOf(from), dayOf(to));
  return [Math.round(100 * x), Math.round(100 * margin90)];
};

describe("the first coding of the Iraq case", () => {
  it("gave an index of −24 with a 90 % band from −49 to 5 on 8 July 2020", () => {
    expect(Math.round(balance.index!.index)).toBe(-24);
    expect(bandText(balance.index!.band90, "points")).toBe("−49 to +5");
  });
  it("gave the raid +7 ± 10 and the release −9 ± 7, in hundredths of X", () => {
    expect(moved("2020-06-25", "2020-06-26")).toEqual([7, 10]);
    expect(moved("2020-06-26", "2020-06-30")).toEqual([-9, 7]);
  });
});
