import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, isoDate } from "../../../src/index.ts";
import { indicatorStatuses } from "../../../src/analysis/indicators/index.ts";
import { destination, outcomeTest } from "../../../src/analysis/outlook/index.ts";
import { largeStudy } from "../../large-study.ts";
import { smallData, smallWith, study } from "../../small-study.ts";

const gate = {
  id: "gate",
  name: { en: "Gate" },
  kind: "condition",
  opening: "shut",
  states: [
    { id: "shut", name: { en: "Shut" } },
    { id: "open", name: { en: "Open" } },
  ],
  basis: "author",
};
const opens = {
  ...smallData.events[0],
  id: "opens",
  when: "2021-05-01",
  effects: [],
  sets: [{ factor: "gate", state: "open" }],
};

const status = (rule: unknown, asOf: string, more: Record<string, unknown> = {}) => {
  const watched = study(
    smallWith({
      ...more,
      indicators: [{ id: "watch", name: { en: "Watch" }, meaning: "drawn", rule, basis: "author" }],
    }),
  );
  const [found] = indicatorStatuses(watched, dayOf(asOf));
  const { state, value, records, since, history } = found!;
  return {
    state,
    value,
    records,
    since: isoDate(since),
    changes: history.map((change) => `${isoDate(change.day)} ${change.state}`),
  };
};

describe("a count", () => {
  const rule = { kind: "count", of: { kinds: ["assault"], initiators: ["upper"] }, withinDays: 10, atLeast: 1 };

  it("fires from the day of the event to the end of its window, and names the record", () => {
    expect(status(rule, "2021-03-05")).toEqual({
      state: "fired",
      value: 1,
      records: ["sortie"],
      since: "2021-03-01",
      changes: ["2021-01-01 quiet", "2021-03-01 fired"],
    });
    expect(status(rule, "2021-03-10").state).toBe("fired");
    expect(status(rule, "2021-03-11")).toMatchObject({ state: "quiet", since: "2021-03-11", records: [] });
  });

  it("counts on the way to its threshold, every day of a span, and never what is only expected", () => {
    const twice = { kind: "count", of: { kinds: ["assault"] }, withinDays: 5, atLeast: 2 };
    expect(status(twice, "2021-03-05").state).toBe("fired");
    expect(status(twice, "2021-03-09")).toMatchObject({ state: "counting", records: ["barn-fire"] });
    const expected = [{ ...smallData.events[0], expected: true, effects: [] }];
    expect(status(rule, "2021-03-05", { events: expected }).state).toBe("quiet");
  });

  it("takes only what meets every criterion", () => {
    expect(status({ ...rule, of: { targets: ["upper"] } }, "2021-03-05").value).toBe(0);
    expect(status({ ...rule, of: { factors: ["grain"] } }, "2021-03-05").records).toEqual(["barn-fire"]);
    expect(
      status({ ...rule, of: { place: "mill" } }, "2021-03-05", {
        events: [{ ...smallData.events[0], place: { name: { en: "The Old Mill" } } }],
      }).value,
    ).toBe(1);
  });
});

describe("an absence", () => {
  const rule = { kind: "absence", of: { kinds: ["assault"], initiators: ["upper"] }, forDays: 30 };
  it("counts the days since the last one, or since the opening, and fires when they are enough", () => {
    expect(status(rule, "2021-01-20")).toMatchObject({ state: "counting", value: 19, records: [] });
    expect(status(rule, "2021-03-20")).toMatchObject({ state: "counting", value: 19, records: ["sortie"] });
    expect(status(rule, "2021-03-31")).toMatchObject({ state: "fired", value: 30, since: "2021-03-31" });
  });
});

describe("a level", () => {
  it("fires beyond its value, and names the evidence that pushed it there", () => {
    const rule = { kind: "level", factor: "bridge", crosses: "above", at: 0.3 };
    expect(status(rule, "2021-02-28")).toMatchObject({ state: "quiet", records: [] });
    expect(status(rule, "2021-03-01")).toMatchObject({ state: "fired", since: "2021-03-01", records: ["sortie"] });
    expect(status({ ...rule, crosses: "below", at: -0.9 }, "2021-03-01").state).toBe("quiet");
  });
});

describe("a destination", () => {
  const changed = { kind: "destination" };
  const more = {
    factors: [...smallData.factors, gate],
    events: [opens],
    outcomes: [{ id: "opened", name: { en: "Opened" }, when: [{ gate: ["open"] }], basis: "author" }],
  };

  it("fires on the day it changes, with the records of that day", () => {
    expect(status(changed, "2021-05-01", more)).toMatchObject({ state: "fired", records: ["opens"] });
    expect(status(changed, "2021-05-02", more)).toMatchObject({ state: "quiet", since: "2021-05-02" });
  });
  it("with an outcome fires while the case leads there", () => {
    expect(status({ ...changed, outcome: "opened" }, "2021-04-30", more).state).toBe("quiet");
    expect(status({ ...changed, outcome: "opened" }, "2021-06-01", more)).toMatchObject({
      state: "fired",
      since: "2021-05-01",
    });
  });

  it("counts a cycle for no outcome, as an outlook does", () => {
    const flips = (from: string, to: string) => ({
      id: `${from}-flips`,
      from: { factor: "gate", state: from },
      on: "gate",
      values: { [from]: -3, [to]: 3 },
      basis: "author",
    });
    const turning = { ...more, events: [], impacts: [flips("shut", "open"), flips("open", "shut")] };
    expect(status({ ...changed, outcome: "opened" }, "2021-02-01", turning)).toMatchObject({
      state: "quiet",
      changes: ["2021-01-01 quiet"],
    });
  });

  it("reads on every day as the whole balance of that day does, and a year of 200 events in far less than it", () => {
    const large = largeStudy(2);
    const watched = study({
      ...large,
      indicators: [
        { kind: "destination" },
        { kind: "destination", outcome: "first-high" },
        { kind: "level", factor: "factor-3", crosses: "above", at: 0.2 },
      ].map((rule, i) => ({ id: `watch-${i}`, name: { en: "Watch" }, meaning: "drawn", rule, basis: "author" })),
    });
    const from = dayOf("2021-01-01");
    const to = dayOf("2021-12-31");
    const [outcome] = watched.outcomes;
    const start = performance.now();
    const statuses = indicatorStatuses(watched, to);
    const took = performance.now() - start;
    const balances = Array.from({ length: to - from + 2 }, (_, i) => balanceAt(watched, { asOf: from - 1 + i }));
    const ends = balances.map((balance) => destination(balance)!);
    const fired = [
      ends.map(({ end }, i) => i > 0 && end.join(";") !== ends[i - 1]!.end.join(";")),
      ends.map(({ end, settles }) => settles && outcomeTest(watched, outcome!)(end[0]!)),
      balances.map(({ levels }) => levels[3]!.level > 0.2),
    ];
    statuses.forEach(({ history }, i) => {
      const expected = fired[i]!.slice(1).flatMap((is, day) =>
        day > 0 && is === fired[i]![day] ? [] : [{ day: from + day, state: is ? "fired" : "quiet" }],
      );
      expect(history).toEqual(expected);
    });
    expect(statuses[0]!.history.length).toBeGreaterThan(10);
    expect(took).toBeLessThan((performance.now() - start - took) / 4);
  });
});
