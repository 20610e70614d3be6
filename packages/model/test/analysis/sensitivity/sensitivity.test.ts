import { describe, expect, it } from "vitest";
import { balanceAt, dayOf, readCase } from "../../../src/index.ts";
import {
  attributionLadder,
  conflictingReports,
  knockOuts,
  run,
  sensitivity,
  sensitivityTask,
  type Sensitivity,
} from "../../../src/analysis/sensitivity/index.ts";
import { sensitivityJson } from "../../../src/json/index.ts";
import { firstCoding } from "../../first-coding.ts";
import { largeStudy } from "../../large-study.ts";
import { closing } from "../../random-study.ts";
import { small, smallData, smallWith, study } from "../../small-study.ts";

const clocks = { asOf: dayOf("2021-03-31") };
const indexOf = (data: Record<string, unknown>) => balanceAt(study(data), clocks).index!.index;
const [sortie, fire] = smallData.events;

describe("a source knocked out", () => {
  it("takes its events with it, and is ranked by what that does to the index", () => {
    const found = knockOuts(small, clocks);
    expect(found.map(({ id, lost }) => [id, lost])).toEqual([
      ["chronicle", ["sortie"]],
      ["gazette", ["barn-fire"]],
    ]);
    expect(found[0]!.index!.index).toBeCloseTo(indexOf(smallWith({ events: [fire] })), 12);
    expect(found[0]!.turns).toBe(true);
    expect(found[1]!.index!.index).toBeCloseTo(indexOf(smallWith({ events: [sortie] })), 12);
    expect(found[1]!.turns).toBe(false);
  });

  it("weakens what others report as well, and takes what it only relayed", () => {
    const [own] = sortie!.citations;
    const relayed = { ...sortie, citations: [own, { ...own, source: "gazette", origin: "a herald" }] };
    const twice = study(
      smallWith({ events: [relayed, { ...fire, citations: [{ ...fire!.citations[0]!, via: "chronicle" }] }] }),
    );
    const of = (id: string) => knockOuts(twice, clocks).find((one) => one.id === id)!;
    expect(of("chronicle")).toMatchObject({ kind: "outlet", lost: ["barn-fire"], weakened: ["sortie"] });
    expect(of("gazette")).toMatchObject({ lost: ["barn-fire"], weakened: ["sortie"] });
    expect(of("a herald")).toMatchObject({ kind: "origin", lost: [], weakened: ["sortie"] });
    expect(of("a herald").index!.index).toBeCloseTo(indexOf(smallWith({ events: [sortie, fire] })), 12);
  });

  it("lists an origin that several outlets carry, and none that is one outlet's alone", () => {
    const carried = { ...fire, citations: [{ ...fire!.citations[0]!, origin: "chronicle" }] };
    const found = knockOuts(study(smallWith({ events: [sortie, carried] })), clocks);
    expect(found.filter(({ kind }) => kind === "origin").map(({ id, lost }) => [id, lost])).toEqual([
      ["chronicle", ["sortie", "barn-fire"]],
    ]);
  });

  it("counts only events that had begun, could be known and are not merely expected", () => {
    const told = { source: "gazette", published: "2021-03-20", grade: "B2" };
    const ahead = { ...sortie, id: "ahead", when: "2021-06-01", citations: [{ ...told, published: "2021-03-05" }] };
    const due = { ...sortie, id: "due", expected: true, effects: [], citations: [told] };
    const late = { ...sortie, id: "late", citations: [{ ...told, published: "2021-05-01" }] };
    const both = { ...sortie, citations: [...sortie!.citations, told] };
    const held = study(smallWith({ events: [both, ahead, due, late] }));
    const of = (knownAt: string) =>
      knockOuts(held, { ...clocks, knownAt: dayOf(knownAt) }).find(({ id }) => id === "gazette");
    expect(of("2021-03-31")).toMatchObject({ lost: [], weakened: ["sortie"] });
    expect(of("2021-03-10")).toBeUndefined();
    expect(of("2021-05-01")).toMatchObject({ lost: ["late"], weakened: ["sortie"] });
  });

  it("takes the cells of the matrix that rest on it alone, so that courses lead elsewhere", () => {
    const row = {
      id: "row",
      from: { factor: "bridge", state: "held" },
      on: "grain",
      values: { short: -3, ample: 3 },
      citations: [{ source: "gazette", published: "2021-01-05", grade: "B2" }],
    };
    const held = study(
      smallWith({ impacts: [row], events: [{ ...sortie, effects: [{ ...sortie!.effects[0]!, shift: 3 }] }] }),
    );
    const at = { asOf: dayOf("2021-03-01") };
    expect(balanceAt(held, at).states.map(({ state }) => state)).toEqual(["held", "short"]);
    expect(knockOuts(held, at).find(({ id }) => id === "gazette")).toMatchObject({
      lost: [],
      lostImpacts: ["row"],
      destinations: [undefined],
    });
  });
});

describe("the ladder of attribution", () => {
  it("leaves out, rung by rung, what rests on who did it", () => {
    const ladder = attributionLadder(small, clocks);
    expect(ladder.map(({ atLeast, leftOut }) => [atLeast, leftOut])).toEqual([
      ["claimed", []],
      ["suspected", []],
      ["likely", ["barn-fire"]],
      ["confirmed", ["barn-fire"]],
    ]);
    const regardless = { ...fire, effects: fire!.effects.slice(0, 1) };
    expect(ladder[1]!.index!.index).toBe(balanceAt(small, clocks).index!.index);
    expect(ladder[2]!.index!.index).toBeCloseTo(indexOf(smallWith({ events: [sortie, regardless] })), 12);
  });
});

describe("conflicting reports", () => {
  const citation = sortie!.citations[0]!;
  const contested = [
    {
      field: "when",
      values: [
        { value: "2021-03-01", citations: [citation] },
        { value: "2021-02-01", citations: [{ ...citation, source: "gazette" }] },
      ],
    },
  ];

  it("carry their range to the index", () => {
    const [found] = conflictingReports(study(smallWith({ events: [{ ...sortie, contested }, fire] })), clocks);
    const [held, earlier] = [
      indexOf(smallData),
      indexOf(smallWith({ events: [{ ...sortie, when: "2021-02-01" }, fire] })),
    ];
    expect(found).toMatchObject({ kind: "events", record: "sortie", field: "when", short: undefined });
    expect(found!.values.map(({ held, index }) => [held, index])).toEqual([
      [true, held],
      [false, earlier],
    ]);
    expect(found!.index).toEqual([earlier, held]);
  });

  it("are refused where a value could not stand in its field", () => {
    const odd = [
      { ...contested[0]!, values: [contested[0]!.values[0]!, { value: "in spring", citations: [citation] }] },
    ];
    const { problems } = readCase(smallWith({ events: [{ ...sortie, contested: odd }, fire] }));
    expect(problems).toMatchObject([{ path: ["events", 0, "contested", 0, "values", 1, "value"], value: "in spring" }]);
  });
});

describe("sensitivity", () => {
  it("puts it all together for the first coding", () => {
    const found = sensitivity(firstCoding(), { asOf: dayOf("2020-07-08") });
    expect(found.index!.index).toBeCloseTo(-24, 0);
    expect(found.outcomes.map(({ option }) => option)).toEqual([
      undefined,
      ...firstCoding().options.map(({ id }) => id),
    ]);
    expect(found.ladder).toHaveLength(4);
    expect(found.knockOuts.length).toBeGreaterThan(3);
  });

  it("says nothing of an index that a case does not have", () => {
    const unscaled = smallData.factors.map(({ scale: _, ...factor }) => factor);
    const found = sensitivity(study(smallWith({ factors: unscaled, events: [] })), clocks);
    expect(found).toMatchObject({ index: undefined, outcomes: [], knockOuts: [], conflicts: [] });
  });

  it("says why no set of changes turns the index", () => {
    const level = smallData.factors.map((factor) => ({ ...factor, scale: { ...factor.scale, baseline: 0 } }));
    const found = sensitivity(study(smallWith({ factors: level, events: [] })), clocks);
    expect(found.index).toMatchObject({ together: undefined, notTogether: "at-parity" });
    expect(sensitivityJson(clocks.asOf, found).index).toMatchObject({ together: null, notTogether: "at-parity" });
  });

  it("is a task that says how far it is, gives way to other work and can be cancelled", async () => {
    const large = largeStudy(3);
    const task = sensitivityTask(large, { asOf: closing });
    const shares: number[] = [];
    let found: Sensitivity | undefined;
    while (!found) {
      const step = task.next();
      if (step.done) found = step.value;
      else shares.push(step.value.share);
    }
    expect(shares.length).toBeGreaterThan(100);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const stop = new AbortController();
    const running = run(sensitivityTask(large, { asOf: closing }), { signal: stop.signal });
    stop.abort(new Error("asked to stop"));
    await expect(running).rejects.toThrow("asked to stop");
  });
});
