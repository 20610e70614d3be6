import type { ChangePart, IndexPoint } from "@mizan/model";
import type { Movement } from "@mizan/model/words";
import { describe, expect, it } from "vitest";
import { leadOf } from "../src/lib/server/headline.ts";
import { site } from "./visit.ts";

const reading = (x: number): IndexPoint => ({
  day: 0,
  x,
  sd: 0.1,
  index: 100 * x,
  band50: [0, 0],
  band90: [0, 0],
  aboveParity: 0.5,
});
const part = (event: string, x: number) => ({ event, x, sd: 0, fresh: true }) as unknown as ChangePart;

/** The lead of a movement of X with new records and older evidence that faded. */
function lead(change: number, records: Readonly<Record<string, number>>, faded = 0) {
  const parts = Object.entries(records).map(([event, x]) => part(event, x));
  const movement: Movement = {
    start: reading(0),
    end: reading(change),
    clear: true,
    parts,
    rest: { count: 0, x: 0 },
    faded,
    gathered: 0,
    leading: parts.filter(({ x }) => x * change > 0),
  };
  const others = faded === 0 ? [] : [{ label: "Older evidence fades", x: faded }];
  return leadOf(movement, others, (id) => ({ en: id.toUpperCase() }));
}

describe("what most of a change came from", () => {
  it("is the records that pulled the way the index went, at most three, with their points", () => {
    const { records } = lead(-0.2, { a: -0.1, b: 0.05, c: -0.08, d: -0.04, e: -0.03 });
    expect(records).toEqual([
      { id: "a", label: { en: "A" }, points: -10 },
      { id: "c", label: { en: "C" }, points: -8 },
      { id: "d", label: { en: "D" }, points: -4 },
    ]);
  });

  it("has parts that add up to the change in points, however far the index is bent", () => {
    const { records } = lead(0.3, { a: 0.2, b: 0.1 });
    expect(records.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(30, 12);
  });

  it("is most of the change where the records named weigh more than all else that pulled that way", () => {
    expect(lead(-0.2, { a: -0.2 }).most).toBe(true);
    expect(lead(-0.2, { a: -0.15 }, -0.05).most).toBe(true);
    expect(lead(-0.2, { a: -0.05 }, -0.15).most).toBe(false);
    expect(lead(-0.2, { a: -0.1 }, -0.1).most).toBe(false);
  });

  it("is counted without what pulled the other way", () => {
    expect(lead(-0.1, { a: -0.2, b: 0.3 }, 0.1).most).toBe(true);
  });

  it("is what else pulled that way where no record did, in words within a sentence", () => {
    const { records, else: other } = lead(-0.1, { a: 0.1 }, -0.2);
    expect(records).toEqual([]);
    expect(other).toEqual([{ label: "older evidence fades", points: -20 }]);
    expect(lead(-0.1, { a: -0.1 }, -0.2).else).toEqual([]);
  });

  it("is nothing where nothing moved", () => {
    expect(lead(0, {})).toEqual({ records: [], most: false, else: [] });
  });
});

describe("the sentence under the number", () => {
  const sentence = async (query: string) => {
    const html = await (await fetch(`${site()}/khadimi-kh-2020${query}`)).text();
    const [, said] = /<p class="say[^"]*">(.*?)<\/p>/s.exec(html)!;
    return said!
      .replace(/<!--.*?-->|<[^>]*>/gs, "")
      .replace(/\s+/g, " ")
      .replace(/ ([.,])/g, "$1")
      .trim();
  };

  it("names the records that most of the change came from, each with its points", async () => {
    expect(await sentence("?asOf=2020-07-08")).toMatch(
      /^Most of the change since 26 June came from 13 of 14 released −\d+, Al-Hashimi killed −\d+ and Factions rally to KH −\d+\.$/,
    );
  });

  it("says that no record led, or that no event is counted yet", async () => {
    expect(await sentence("?asOf=2020-02-01")).toContain("where the case author put each factor at the opening");
    expect(await sentence("?asOf=2021-03-01")).toMatch(
      /^No new record led the change since .*: older evidence fades [−+]?\d+\.$/,
    );
  });
});
