import { balanceAt, isoDate, openingDay } from "@mizan/model";
import { describe, expect, test } from "vitest";
import { briefingOf } from "../src/briefing.ts";
import { contentOf } from "./contents.ts";

const content = await contentOf("khadimi-kh-2020");
const at = (asOf: string, knownAt?: string) => briefingOf({ ...content, asOf, ...(knownAt && { knownAt }) });

describe("briefing", () => {
  test("computes the index as the model does, on the as-of day", () => {
    const { series, asOf } = briefingOf(content);
    expect(series.at(-1)!.index).toBeCloseTo(balanceAt(content.study, { asOf }).index!.index, 9);
    expect(isoDate(series.at(-1)!.day)).toBe(content.asOf);
  });

  test("has no day before the opening", () => {
    const { series, claim, movement, happened } = at(isoDate(openingDay(content.study) - 1));
    expect({ series, claim, movement, happened }).toEqual({
      series: [],
      claim: undefined,
      movement: undefined,
      happened: [],
    });
  });

  test("holds no event that had not begun", () => {
    const { happened, balance } = at("2020-06-25");
    expect(happened.length).toBeGreaterThan(0);
    expect(happened.map(({ id }) => id)).not.toContain("raid");
    expect(
      balance.contributions
        .filter(({ kind }) => kind === "event")
        .every(({ record }) => happened.some(({ id }) => id === record)),
    ).toBe(true);
  });

  test("leaves out what could not be known by the known-at day", () => {
    expect(at("2020-07-08", "2020-06-25").happened.map(({ id }) => id)).not.toContain("raid");
  });

  test("holds no judgement before its source began to publish", () => {
    expect(at("2020-06-30").judgements).toEqual([]);
    expect(at("2020-07-01").judgements).toHaveLength(content.study.judgements.length);
  });

  test("changes are counted from the day the trend began", () => {
    const { claim, movement } = briefingOf(content);
    expect(movement!.start.day).toBe(claim!.trend!.from);
  });
});

test("judgements go by their place in the case, whatever the talk leaves out", () => {
  expect([...at("2020-06-30").judgementNames].slice(0, 3)).toEqual([
    ["j1", "J1"],
    ["j2", "J2"],
    ["j3", "J3"],
  ]);
});
