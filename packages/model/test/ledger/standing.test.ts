import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemText, readCase, type Event } from "../../src/index.ts";
import { eventProblems, standingOf, standingProblems } from "../../src/ledger/index.ts";
import { randomStudy } from "../random-study.ts";
import { small, smallData, smallWith } from "../small-study.ts";

const event = (changed: object) => ({ ...smallData.events[0], ...changed }) as unknown as Event;
const textsOf = (changed: object) => eventProblems(event(changed), standingOf(small)).map(problemText);

describe("eventProblems", () => {
  it("finds what a reading of the whole case finds in an event", () => {
    const spoilt = {
      initiators: ["uper"],
      sets: [{ factor: "bridge", state: "hold" }],
      effects: [...smallData.events[0]!.effects, ...smallData.events[0]!.effects],
      citations: undefined,
    };
    const whole = readCase(smallWith({ events: [{ ...smallData.events[0], ...spoilt }] })).problems;
    const byPlace = whole.map((problem) => problemText(problem).replace("at [0]", "at sortie"));
    expect(textsOf(spoilt)).toEqual(byPlace);
    expect(byPlace.length).toBeGreaterThan(4);
  });

  it("finds an event with effects before the opening unfit", () => {
    expect(textsOf({ when: "2020-12-31" })).toEqual([expect.stringContaining("before the case's opening")]);
  });

  it("finds nothing in the events of a case that fits", () => {
    fc.assert(
      fc.property(randomStudy, (study) => {
        const standing = standingOf(study);
        expect(study.events.flatMap((drawn) => eventProblems(drawn, standing))).toEqual([]);
      }),
    );
  });
});

describe("standingProblems", () => {
  it("finds nothing wrong with a case that fits", () => {
    expect(standingProblems(standingOf(small))).toEqual([]);
  });

  it("names what no longer holds together, by id", () => {
    const without = { ...small, sources: small.sources.slice(1) };
    expect(standingProblems(standingOf(without)).map(problemText)).toEqual([
      "at assessment: unknown source: chronicle",
    ]);
  });
});
