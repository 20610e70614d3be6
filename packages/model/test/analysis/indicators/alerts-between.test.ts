import { describe, expect, it } from "vitest";
import { Alert, balanceAt, dayOf, type Case, type OptionId } from "../../../src/index.ts";
import { alertsBetween } from "../../../src/analysis/indicators/index.ts";
import { movedDestination } from "../../../src/analysis/outlook/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const on = (study: Case, asOf = dayOf("2021-03-05")) => ({ study, clocks: { asOf } });
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
    const [draft, ...rest] = alertsBetween(on(watching([])), on(watching(smallData.events)));
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
    const option = "push" as OptionId;
    const moved = movedDestination(balanceAt(iraq, { asOf: july }), option);
    const without: Case = { ...iraq, events: iraq.events.filter(({ id }) => id !== moved) };
    const drafts = alertsBetween(on(without, july), on(structuredClone(iraq), july));
    expect(drafts.map((draft) => draft.option)).toContain(option);
    for (const { before, after, events } of drafts) {
      expect(before).not.toBe(after);
      expect(events).toEqual([moved]);
    }
    const lost = alertsBetween(on(iraq, july), on({ ...iraq, events: [] }, july));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost[0]!.after).toMatch(/^posture \S+, coercion \S+/);
    expect(lost[0]!.events).toEqual(iraq.events.map(({ id }) => id));
  });

  it("is an alert too where nothing was written and a day passed", () => {
    const watched = watching(smallData.events);
    const [draft] = alertsBetween(on(watched, dayOf("2021-03-05")), on(watched, dayOf("2021-06-05")));
    expect(draft).toMatchObject({ asOf: "2021-06-05", indicator: "assaults", before: "fired", after: "quiet" });
  });

  it("is nothing where nothing changed, and for indicators that are new or gone", () => {
    const watched = watching(smallData.events);
    expect(alertsBetween(on(watched), on(structuredClone(watched)))).toEqual([]);
    expect(alertsBetween(on({ ...watched, indicators: [] }), on(watched))).toEqual([]);
    expect(alertsBetween(on(watched), on({ ...watched, indicators: [] }))).toEqual([]);
  });
});
