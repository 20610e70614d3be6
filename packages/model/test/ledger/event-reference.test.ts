import { describe, expect, it } from "vitest";
import type { Event } from "../../src/index.ts";
import { eventProblems, eventReferences, offeredReferences, standingOf } from "../../src/ledger/index.ts";
import { small } from "../small-study.ts";

const text = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
const setting = { ...small.events[1]!, sets: [{ factor: "bridge", state: "held" }] } as Event;

describe("eventReferences", () => {
  it("gives all that an event names, its factors' scales and the states it sets, each once", () => {
    expect(eventReferences(setting).map(text).toSorted()).toEqual([
      "actors lower",
      "factors bridge",
      "factors grain",
      "scale bridge",
      "scale grain",
      "sources gazette",
      "state bridge/held",
    ]);
  });

  it("gives what the case offers, as long as the event fits", () => {
    const offered = new Set(offeredReferences(small).map(text));
    expect(eventReferences(setting).every((reference) => offered.has(text(reference)))).toBe(true);
  });

  it("gives, taken away one at a time, exactly what makes the event unfit", () => {
    const fits = (changed: object) => eventProblems(setting, standingOf({ ...small, ...changed })).length === 0;
    const bridge = small.factors[0]!;
    const { scale: _, ...unscaled } = bridge;
    expect(fits({})).toBe(true);
    expect(fits({ sources: small.sources.filter(({ id }) => id !== "gazette") })).toBe(false);
    expect(fits({ sources: small.sources.filter(({ id }) => id !== "chronicle") })).toBe(true);
    expect(fits({ actors: small.actors.filter(({ id }) => id !== "lower") })).toBe(false);
    expect(fits({ factors: [unscaled, small.factors[1]] })).toBe(false);
    expect(fits({ factors: [{ ...bridge, states: bridge.states.slice(0, 2) }, small.factors[1]] })).toBe(false);
    expect(fits({ factors: [{ ...bridge, states: bridge.states.slice(1) }, small.factors[1]] })).toBe(true);
  });
});
