import { describe, expect, it } from "vitest";
import { Alert, dayOf, type Case } from "../../../src/index.ts";
import { alertsBetween } from "../../../src/analysis/indicators/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const asOf = dayOf("2021-03-05");
const watching = (events: unknown[]) =>
  study(
    smallWith({
      events,
      indicators: [
        {
          id: "assaults",
          name: { en: "Assaults" },
          meaning: "drawn",
          rule: { kind: "count", of: { kinds: ["assault"] }, withinDays: 10, atLeast: 1 },
          basis: "author",
        },
      ],
    }),
  );

describe("what a change of the case sets off", () => {
  it("is an alert for each indicator whose status is another, with the events that made it so", () => {
    const [draft, ...rest] = alertsBetween(watching([]), watching(smallData.events), asOf);
    expect(rest.map(({ indicator }) => indicator)).not.toContain("assaults");
    expect(draft).toEqual({
      asOf: "2021-03-05",
      indicator: "assaults",
      before: "quiet",
      after: "fired",
      events: ["sortie", "barn-fire"],
    });
    expect(Alert.safeParse({ ...draft, id: "assaults-1", raised: "2021-03-05T10:00:00Z" }).success).toBe(true);
  });

  it("is an alert for each course of action that leads elsewhere, with the events that changed", () => {
    const iraq = firstCoding();
    const july = dayOf("2020-07-08");
    const without: Case = { ...iraq, events: iraq.events.filter(({ id }) => id !== "e16") };
    const drafts = alertsBetween(without, iraq, july);
    for (const { before, after, events } of drafts) {
      expect(before).not.toBe(after);
      expect(events).toEqual(["e16"]);
    }
    const lost = alertsBetween(iraq, { ...iraq, events: [] }, july);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost[0]!.after).toMatch(/^posture \S+, coercion \S+/);
    expect(lost[0]!.events).toEqual(iraq.events.map(({ id }) => id));
  });

  it("is nothing where nothing changed, and for indicators that are new or gone", () => {
    const watched = watching(smallData.events);
    expect(alertsBetween(watched, watched, asOf)).toEqual([]);
    expect(alertsBetween({ ...watched, indicators: [] }, watched, asOf)).toEqual([]);
    expect(alertsBetween(watched, { ...watched, indicators: [] }, asOf)).toEqual([]);
  });
});
