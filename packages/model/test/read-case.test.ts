import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemText, readCase, recordKinds, recordSchemas } from "../src/index.ts";
import { small, smallData, smallWith } from "./small-study.ts";

const texts = (data: unknown) => readCase(data).problems.map((problem) => `${problem.path[0]} ${problemText(problem)}`);
const warnings = (data: unknown) =>
  readCase(data).warnings.map((problem) => `${problem.path[0]} ${problemText(problem)}`);
const [bridge, grain] = smallData.factors;
const [sortie, fire] = smallData.events;

describe("readCase", () => {
  it("gives the case back, with an empty list for each kind left out", () => {
    expect(readCase(smallData)).toMatchObject({ problems: [], warnings: [] });
    expect(small.chamber).toEqual([]);
    expect(readCase(structuredClone(small)).study).toEqual(small);
  });

  it("reports every problem of every kind at once, with place, value and nearest", () => {
    expect(
      texts(
        smallWith({
          factros: [],
          actors: [
            { ...smallData.actors[0], knid: "state", side: "positiv" },
            smallData.actors[1],
            smallData.actors[1],
          ],
          events: [
            { ...sortie, when: "2021-02-30", initiators: ["uper"], effects: [{ ...sortie!.effects[0], shift: 0 }] },
            { ...fire, effects: [{ ...fire!.effects[0], factor: "bridgee" }] },
          ],
        }),
      ),
    ).toEqual([
      "factros unknown kind of record: factros (did you mean factors?)",
      "actors at [0].side: expected one of positive, negative, neither: positiv (did you mean positive?)",
      "actors at [0].knid: unknown key: knid (did you mean kind?)",
      "actors at [2].id: id already used by [1]: lower",
      "events at [0].when: no such day in the calendar: 2021-02-30",
      "events at [0].effects[0].shift: expected a shift other than 0: 0",
      "events at [1].effects[0].factor: unknown factor: bridgee (did you mean bridge?)",
    ]);
  });

  it.each([null, undefined, 7, "case", [], [smallData]])("refuses %j as a whole", (data) => {
    expect(readCase(data)).toMatchObject({
      problems: [{ path: [], problem: "expected a case: an object keyed by record kind" }],
    });
  });

  it("says what a missing frame leaves out, and names a list that is none", () => {
    expect(texts({ actors: {} })).toEqual([
      "case missing: a case needs its title, question, period and marking",
      "actors expected a list of records: {}",
    ]);
  });

  it("does not judge references into kinds that could not be read", () => {
    const { factors: _, ...rest } = smallData;
    expect(readCase(rest, ["factors"]).problems).toEqual([]);
    expect(readCase(rest, ["factors"]).study).toBeUndefined();
    expect(texts(rest)).toContain("events at [0].effects[0].factor: unknown factor: bridge");
  });

  it.each<[rule: string, data: Record<string, unknown>, text: string]>([
    [
      "cuts fewer than the states",
      { factors: [{ ...bridge, scale: { ...bridge!.scale, cuts: [0] } }, grain] },
      "factors at [0].scale.cuts: expected 2 cuts between 3 states: [0]",
    ],
    [
      "cuts that fall",
      { factors: [{ ...bridge, scale: { ...bridge!.scale, cuts: [0.3, 0.3] } }, grain] },
      "factors at [0].scale.cuts[1]: expected cuts that rise: 0.3 stands before: 0.3",
    ],
    [
      "a decision with a scale",
      { factors: [{ ...bridge, kind: "decision", actor: "upper" }, grain] },
      "factors at [0].scale: a decision has no scale: an actor chooses it: bridge",
    ],
    [
      "a decision without its actor",
      { factors: [{ ...bridge, kind: "decision", scale: undefined }, grain], events: [] },
      "factors at [0]: a decision needs the actor who takes it: bridge",
    ],
    [
      "two states of one id",
      { factors: [{ ...grain, states: [grain!.states[0], grain!.states[0]] }, bridge] },
      "factors at [0].states[1].id: id already used by a state of this factor: short",
    ],
    [
      "an impact on an outside factor",
      {
        factors: [{ ...bridge, kind: "outside" }, grain],
        impacts: [
          {
            id: "a",
            from: { factor: "grain", state: "short" },
            on: "bridge",
            values: { held: 1, lost: -1 },
            confidence: "low",
            basis: "author",
          },
        ],
      },
      "impacts at [0].on: nothing in the case moves a factor of kind outside: bridge",
    ],
    [
      "an impact on an unknown state",
      {
        impacts: [
          {
            id: "a",
            from: { factor: "grain", state: "shrot" },
            on: "bridge",
            values: { hled: 1 },
            confidence: "low",
            basis: "author",
          },
        ],
      },
      "impacts at [0].from.state: unknown state of grain: shrot (did you mean short?)",
    ],
    [
      "an option that forces a condition",
      {
        options: [
          {
            id: "hold",
            name: { en: "Hold" },
            actor: "upper",
            summary: "Stay.",
            sets: { bridge: "held" },
            basis: "author",
          },
        ],
      },
      "options at [0].sets.bridge: an option sets decisions, and this factor is none: bridge",
    ],
    [
      "a tie to oneself",
      { ties: [{ id: "a", kind: "alliance", from: "upper", to: "upper", statement: { en: "x" }, basis: "author" }] },
      "ties at [0].to: a tie joins two different actors: upper",
    ],
    [
      "a record without a citation",
      { actors: [{ ...smallData.actors[0], basis: undefined }, smallData.actors[1]] },
      "actors at [0]: no citation: only a record with basis author stands without one: upper",
    ],
    [
      "an event before the opening",
      { events: [{ ...sortie, when: "2020-12" }] },
      "events at [0].when: what was true before the case's opening belongs in a baseline, not in an event: 2020-12",
    ],
    [
      "an expected event with effects",
      { events: [{ ...sortie, expected: true }] },
      "events at [0].effects: an expected event moves nothing until it happens: sortie",
    ],
    [
      "one factor shifted twice",
      { events: [{ ...sortie, effects: [sortie!.effects[0], sortie!.effects[0]] }] },
      "events at [0].effects[1].factor: this event shifts the factor already: bridge",
    ],
    [
      "a chamber without a motion",
      { chamber: [{ id: "a", name: { en: "A" }, seats: 3, stance: "for", basis: "author" }] },
      "case a chamber needs a motion with its quota",
    ],
    [
      "a contested value that leaves the record's own out",
      {
        actors: [
          smallData.actors[0],
          {
            ...smallData.actors[1],
            contested: [
              {
                field: "kind",
                values: [
                  { value: "party", citations: [{ source: "gazette", published: "2021", grade: "B2" }] },
                  { value: "group", citations: [{ source: "gazette", published: "2021", grade: "B2" }] },
                ],
              },
            ],
          },
        ],
      },
      "actors at [1].contested[0].values: expected the record's own value among them: state",
    ],
    [
      "an outcome over an unknown factor",
      { outcomes: [{ id: "a", name: { en: "A" }, when: [{ brigde: ["held"] }], basis: "author" }] },
      "outcomes at [0].when[0].brigde: unknown factor: brigde (did you mean bridge?)",
    ],
    [
      "a stakeholder on no issue",
      {
        stakeholders: [
          {
            id: "a",
            issue: "toll",
            actor: "upper",
            position: 1,
            salience: 1,
            capability: 1,
            rationale: "x",
            basis: "author",
          },
        ],
      },
      "stakeholders at [0].issue: unknown issue: toll",
    ],
  ])("refuses %s", (_, changed, text) => expect(texts(smallWith(changed))).toContain(text));

  it("refuses a declared cut between numbers and takes one at an outer end", () => {
    const withCuts = (cuts: unknown) =>
      texts(
        smallWith({
          factors: [
            {
              ...bridge,
              states: ["a", "b", "c", "d"].map((id) => ({ id, name: { en: id } })),
              scale: { ...bridge!.scale, cuts },
            },
            grain,
          ],
        }),
      );
    expect(withCuts([-0.3, "declared", 0.3])).toEqual([
      "factors at [0].scale.cuts[2]: a declared cut stands at an outer end, not between numbers: 0.3",
    ]);
    expect(withCuts(["declared", -0.3, 0.3])).toEqual([]);
    expect(withCuts([-0.3, 0.3, "declared"])).toEqual([]);
  });

  it("refuses a chamber whose seats are not its members", () => {
    const list = (id: string, seats: number) => ({ id, name: { en: id }, seats, stance: "for", basis: "author" });
    const motion = {
      chamber: { en: "Council" },
      name: { en: "Motion" },
      quota: 6,
      members: 10,
      citations: [{ source: "gazette", published: "2021", grade: "A1" }],
    };
    const data = (chamber: unknown) => smallWith({ case: { ...smallData.case, motion }, chamber });
    expect(texts(data([list("a", 4), list("b", 5)]))).toEqual(["case at motion.members: the lists hold 9 seats: 10"]);
    expect(texts(data([list("a", 4), list("b", 6)]))).toEqual([]);
  });

  it("warns of an impact row that does not sum to 0, of a name two actors share, of a report older than its event", () => {
    const impact = {
      id: "a",
      from: { factor: "grain", state: "short" },
      on: "bridge",
      values: { held: 1 },
      confidence: "low",
      basis: "author",
    };
    expect(warnings(smallWith({ impacts: [impact] }))).toEqual([
      'impacts at [0].values: expected a row that sums to 0, found 1: {"held":1}',
    ]);
    expect(
      warnings(smallWith({ actors: [smallData.actors[0], { ...smallData.actors[1], aliases: ["Upper town"] }] })),
    ).toEqual(["actors at [1]: this name is also upper's: Upper town"]);
    expect(
      warnings(
        smallWith({ events: [{ ...sortie, citations: [{ source: "gazette", published: "2021-02", grade: "B2" }] }] }),
      ),
    ).toEqual(["events at [0].citations[0].published: published before the event (2021-03-01): 2021-02"]);
  });

  it("warns of a time whose zone puts it on another day in UTC", () => {
    expect(warnings(smallWith({ events: [{ ...sortie, when: "2021-03-01T01:00:00+03:00" }] }))).toEqual([
      "events at [0].when: counted on 2021-02-28, the day it was in UTC: 2021-03-01T01:00:00+03:00",
    ]);
    expect(warnings(smallWith({ events: [{ ...sortie, when: "2021-03-01T12:00:00+03:00" }] }))).toEqual([]);
  });

  it("survives any JSON, and any JSON in the place of any kind", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("case", ...recordKinds), (value, kind) => {
        expect(readCase(value).study).toBeUndefined();
        const { problems, study } = readCase(smallWith({ [kind]: value }));
        expect(problems.length === 0).toBe(study !== undefined);
      }),
    );
  });

  it("is not fooled by __proto__", () => {
    const data = JSON.parse('{"__proto__": {"case": 1}, "case": {"__proto__": {"id": "x"}}}') as unknown;
    expect(texts(data)).toContain("__proto__ unknown kind of record: __proto__");
  });

  it("has a schema for every kind", () => {
    expect(Object.keys(recordSchemas)).toEqual([...recordKinds]);
  });
});
