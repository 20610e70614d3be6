import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, indexSeries, openingDay, type Case } from "../../src/index.ts";
import { claimOf, claimText } from "../../src/words/index.ts";
import { small, smallData, smallWith, study } from "../small-study.ts";

const claimed = (of: Case, asOf: string) => {
  const balance = balanceAt(of, { asOf: dayOf(asOf) });
  const claim = claimOf(balance, indexSeries(of, balance.shifts, Math.min(openingDay(of), dayOf(asOf)), dayOf(asOf)));
  return claim && { claim, text: claimText(claim, of.case) };
};
const strong = (shift: number, baseline: number) =>
  study(
    smallWith({
      factors: smallData.factors.map((factor) => ({
        ...factor,
        scale: { ...factor.scale, baseline, baselineConfidence: "high" },
      })),
      events: [
        {
          ...smallData.events[0],
          effects: ["bridge", "grain"].map((id) => ({ factor: id, shift, confidence: "high", rationale: "x" })),
          citations: [{ source: "gazette", published: "2021-03-01", grade: "A1" }],
        },
      ],
    }),
  );

describe("claimText", () => {
  it("says too close to call where the band spans parity, and where it has been moving", () => {
    expect(claimed(small, "2021-02-01")!.text).toBe("The balance is too close to call.");
    expect(claimed(strong(3, -0.6), "2021-03-01")!.text).toBe(
      "The balance is too close to call, and has moved towards the upper town since 15 February.",
    );
  });
  it("names the side the band is clear on, and whether it gains or loses", () => {
    expect(claimed(strong(3, 0.4), "2021-03-01")!.text).toBe(
      "The balance favours the upper town, the more so since 15 February.",
    );
    expect(claimed(strong(2, -1.2), "2021-03-01")!.text).toBe(
      "The balance favours the lower town, though less since 15 February.",
    );
    expect(claimed(strong(3, -0.6), "2021-02-01")!.text).toBe("The balance favours the lower town.");
  });
  it("knows since when, and what was before", () => {
    expect(claimed(strong(3, -0.6), "2021-03-01")!.claim).toMatchObject({
      verdict: 0,
      since: dayOf("2021-03-01"),
      before: -1,
    });
    expect(claimed(strong(3, -0.6), "2021-02-01")!.claim).toMatchObject({
      verdict: -1,
      since: dayOf("2021-01-01"),
      before: undefined,
    });
  });
  it("says what little it rests on outside the case's period", () => {
    expect(claimed(strong(3, -1), "2020-12-01")!.text).toBe(
      "By its baseline alone, before the case opens on 1 January 2021, the balance favours the lower town.",
    );
    expect(claimed(strong(3, -1), "2022-06-01")!.text).toBe(
      "On what is left of evidence up to 31 December 2021, where the case closes, the balance favours the lower town.",
    );
  });
  it("is undefined without an index", () => {
    const factors = smallData.factors.map(({ scale: _, ...factor }) => factor);
    expect(claimed(study(smallWith({ factors, events: [] })), "2021-03-01")).toBeUndefined();
  });
});
