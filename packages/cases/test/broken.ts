import { append, remove, swap, write, type Spoil } from "./folders.ts";

const repeat = (text: string, times: number) => text.repeat(times);

/** A way to break the small case, and the lines its error then has; `…` stands for wording that is the model's own. */
export interface Breakage {
  spoil: readonly Spoil[];
  says: readonly string[];
}

export const breakages: Readonly<Record<string, Breakage>> = {
  "a factor that is misspelt": {
    spoil: [swap("events.yaml", "factor: control", "factor: contrl")],
    says: ["events.yaml:8:15: at [0].effects[0].factor: unknown factor: contrl (did you mean control?)"],
  },
  "an actor that is misspelt": {
    spoil: [swap("events.yaml", "initiators: [crew]", "initiators: [creww]")],
    says: ["events.yaml:5:16: at [0].initiators[0]: unknown actor: creww (did you mean crew?)"],
  },
  "a source that is misspelt": {
    spoil: [swap("ties.yaml", "source: gazette", "source: gazete")],
    says: ["ties.yaml:7:17: at [0].citations[0].source: unknown source: gazete (did you mean gazette?)"],
  },
  "a relay that does not exist": {
    spoil: [swap("events.yaml", "place: p. 2", "via: nobody-at-all, place: p. 2")],
    says: ["events.yaml:15:54: at [0].citations[0].via: unknown source: nobody-at-all"],
  },
  "a state that is misspelt": {
    spoil: [swap("events.yaml", "state: firm", "state: frim")],
    says: ["events.yaml:13:32: at [0].sets[0].state: unknown state of policy: frim (did you mean firm?)"],
  },
  "a judgement that is misspelt": {
    spoil: [swap("outcomes.yaml", "judgement: j1", "judgement: j2")],
    says: ["outcomes.yaml:3:14: at [0].judgement: unknown judgement: j2 (did you mean j1?)"],
  },
  "an outcome that does not exist": {
    spoil: [swap("judgements.yaml", "outcome: harbour-lost", "outcome: harbor-lost")],
    says: ["judgements.yaml:5:12: at [0].outcome: unknown outcome: harbor-lost (did you mean harbour-lost?)"],
  },
  "an option that does not exist": {
    spoil: [swap("judgements.yaml", "option: stand", "option: stnad")],
    says: ["judgements.yaml:6:11: at [0].option: unknown option: stnad (did you mean stand?)"],
  },
  "an issue that does not exist": {
    spoil: [swap("stakeholders.yaml", "issue: toll", "issue: tolls")],
    says: ["stakeholders.yaml:2:10: at [0].issue: unknown issue: tolls (did you mean toll?)"],
  },
  "an assessment that is no source": {
    spoil: [swap("case.yaml", "assessment: gazette", "assessment: gazettes")],
    says: ["case.yaml:7:13: at assessment: unknown source: gazettes (did you mean gazette?)"],
  },
  "a source that speaks for no actor": {
    spoil: [append("sources.yaml", "  actor: gild\n")],
    says: ["sources.yaml:4:10: at [0].actor: unknown actor: gild (did you mean guild?)"],
  },
  "an unknown key in a record": {
    spoil: [swap("actors.yaml", "side: positive", "side: positive\n  colour: red")],
    says: ["actors.yaml:5:3: at [0].colour: unknown key: colour"],
  },
  "a key that is misspelt": {
    spoil: [swap("events.yaml", "initiators", "intiators")],
    says: ["events.yaml:5:3: at [0].intiators: unknown key: intiators (did you mean initiators?)"],
  },
  "an unknown key in the frame": {
    spoil: [append("case.yaml", "qestion: { en: Why? }\n")],
    says: ["case.yaml:22:1: at qestion: unknown key: qestion (did you mean question?)"],
  },
  "an unknown key deep in a record": {
    spoil: [swap("factors.yaml", "halfLifeDays: 90", "halfLifeDays: 90\n    halfLive: 3")],
    says: ["factors.yaml:15:5: at [0].scale.halfLive: unknown key: halfLive"],
  },
  "a day that is not in the calendar": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: 2020-02-30")],
    says: ["events.yaml:4:9: at [0].when: no such day in the calendar: 2020-02-30"],
  },
  "a date in words": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: early May")],
    says: [
      "events.yaml:4:9: at [0].when: expected a date such as 2020, 2020-06, 2020-06-26 or an interval such as 2020-05/2020-06: early May",
    ],
  },
  "a date turned round": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: 03-05-2020")],
    says: [
      "events.yaml:4:9: at [0].when: expected a date such as 2020, 2020-06, 2020-06-26 or an interval such as 2020-05/2020-06: 03-05-2020",
    ],
  },
  "an interval that runs backwards": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: 2020-05-09/2020-05-03")],
    says: ["events.yaml:4:9: at [0].when: the interval ends before it starts: 2020-05-09/2020-05-03"],
  },
  "a year that YAML takes for a number": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: 2020")],
    says: ["events.yaml:4:9: at [0].when: …: 2020"],
  },
  "an id used twice": {
    spoil: [
      swap("actors.yaml", "id: crew", "id: guild"),
      swap("ties.yaml", "to: crew", "to: guild"),
      swap("events.yaml", "[crew]", "[guild]"),
      swap("indicators.yaml", "[crew]", "[guild]"),
    ],
    says: [
      "actors.yaml:8:7: at [1].id: id already used by [0]: guild",
      "ties.yaml:4:7: at [0].to: a tie joins two different actors: guild",
    ],
  },
  "a state id used twice": {
    spoil: [swap("factors.yaml", "id: calm", "id: storm")],
    says: ["factors.yaml:23:13: at [1].states[1].id: id already used by a state of this factor: storm"],
  },
  "an id with capitals and blanks": {
    spoil: [swap("actors.yaml", "id: guild", "id: The Guild")],
    says: [
      "actors.yaml:1:7: at [0].id: expected lower-case words joined by hyphens: The Guild",
      "ties.yaml:3:9: at [0].from: unknown actor: guild",
      "events.yaml:6:13: at [0].targets[0]: unknown actor: guild",
      "factors.yaml:28:10: at [2].actor: unknown actor: guild",
      "options.yaml:3:10: at [0].actor: unknown actor: guild",
      "stakeholders.yaml:3:10: at [0].actor: unknown actor: guild",
    ],
  },
  "a missing field": {
    spoil: [swap("events.yaml", "  kind: assault\n", "")],
    says: ["events.yaml:1:3: at [0].kind: …"],
  },
  "a word outside its vocabulary": {
    spoil: [swap("events.yaml", "kind: assault", "kind: assualt")],
    says: ["events.yaml:3:9: at [0].kind: …: assualt (did you mean assault?)"],
  },
  "a number where a text belongs": {
    spoil: [swap("case.yaml", "summary: Two guilds contest a harbour.", "summary: 7")],
    says: ["case.yaml:4:10: at summary: …: 7"],
  },
  "a text where a number belongs": {
    spoil: [swap("chamber.yaml", "seats: 6", "seats: six")],
    says: ["chamber.yaml:3:10: at [0].seats: …: six"],
  },
  "a text where a list belongs": {
    spoil: [swap("events.yaml", "initiators: [crew]", "initiators: crew")],
    says: ["events.yaml:5:15: at [0].initiators: …: crew"],
  },
  "an empty text": {
    spoil: [swap("events.yaml", "rationale: The quay is lost.", 'rationale: ""')],
    says: ['events.yaml:11:18: at [0].effects[0].rationale: expected some text: ""'],
  },
  "a field left blank": {
    spoil: [swap("events.yaml", "rationale: The quay is lost.", "rationale:")],
    says: ["events.yaml:11:17: at [0].effects[0].rationale: …: null"],
  },
  "a place off the drawing": {
    spoil: [swap("actors.yaml", "at: [10, 50]", "at: [10, 150]")],
    says: ["actors.yaml:5:12: at [0].at[1]: …: 150"],
  },
  "a negative number of seats": {
    spoil: [swap("chamber.yaml", "seats: 6", "seats: -6")],
    says: ["chamber.yaml:3:10: at [0].seats: …: -6"],
  },
  "half a seat": {
    spoil: [swap("chamber.yaml", "seats: 6", "seats: 6.5")],
    says: ["chamber.yaml:3:10: at [0].seats: …: 6.5"],
  },
  "a position off the issue's scale": {
    spoil: [swap("stakeholders.yaml", "position: 3", "position: 11")],
    says: ["stakeholders.yaml:4:13: at [0].position: expected a position from 0 to 10: 11"],
  },
  "a shift of nothing": {
    spoil: [swap("events.yaml", "shift: -2", "shift: 0")],
    says: ["events.yaml:9:14: at [0].effects[0].shift: expected a shift other than 0: 0"],
  },
  "a shift of two and a half": {
    spoil: [swap("events.yaml", "shift: -2", "shift: 2.5")],
    says: ["events.yaml:9:14: at [0].effects[0].shift: …: 2.5"],
  },
  "a shift of four": {
    spoil: [swap("events.yaml", "shift: -2", "shift: 4")],
    says: ["events.yaml:9:14: at [0].effects[0].shift: …: 4"],
  },
  "a factor shifted twice by one event": {
    spoil: [
      swap(
        "events.yaml",
        "  sets:",
        "    - { factor: control, shift: 1, confidence: low, rationale: Again. }\n  sets:",
      ),
    ],
    says: ["events.yaml:12:17: at [0].effects[1].factor: this event shifts the factor already: control"],
  },
  "a shift of a factor without a scale": {
    spoil: [swap("events.yaml", "factor: control", "factor: weather")],
    says: ["events.yaml:8:15: at [0].effects[0].factor: only a factor with a scale can be shifted: weather"],
  },
  "cuts that fall": {
    spoil: [swap("factors.yaml", "cuts: [-0.4, 0.3]", "cuts: [0.3, -0.4]")],
    says: ["factors.yaml:16:17: at [0].scale.cuts[1]: expected cuts that rise: 0.3 stands before: -0.4"],
  },
  "one cut too few": {
    spoil: [swap("factors.yaml", "cuts: [-0.4, 0.3]", "cuts: [-0.4]")],
    says: ["factors.yaml:16:11: at [0].scale.cuts: expected 2 cuts between 3 states: [-0.4]"],
  },
  "a cut at the end of the scale": {
    spoil: [swap("factors.yaml", "cuts: [-0.4, 0.3]", "cuts: [-1, 0.3]")],
    says: ["factors.yaml:16:12: at [0].scale.cuts[0]: …: -1"],
  },
  "a declared cut between numbers": {
    spoil: [
      swap("factors.yaml", "cuts: [-0.4, 0.3]", "cuts: [-0.4, declared, 0.3]"),
      swap("factors.yaml", "    - { id: held", "    - { id: kept, name: { en: Kept } }\n    - { id: held"),
    ],
    says: ["factors.yaml:17:28: at [0].scale.cuts[2]: a declared cut stands at an outer end, not between numbers: 0.3"],
  },
  "a single state": {
    spoil: [swap("factors.yaml", "    - { id: calm, name: { en: Calm } }\n", "")],
    says: ['factors.yaml:22:5: at [1].states: expected 2 to 9 states: [{"id":"storm","name":{"en":"Storm"}}]'],
  },
  "a decision with a scale": {
    spoil: [swap("factors.yaml", "  kind: condition", "  kind: decision\n  actor: guild")],
    says: ["factors.yaml:10:5: at [0].scale: a decision has no scale: an actor chooses it: control"],
  },
  "a decision nobody takes": {
    spoil: [
      swap("factors.yaml", "  actor: guild\n", ""),
      remove("options.yaml"),
      swap("judgements.yaml", "  option: stand\n", ""),
    ],
    says: ["factors.yaml:25:3: at [2]: a decision needs the actor who takes it: policy"],
  },
  "a half-life of nothing": {
    spoil: [swap("factors.yaml", "halfLifeDays: 90", "halfLifeDays: 0")],
    says: ["factors.yaml:14:19: at [0].scale.halfLifeDays: …: 0"],
  },
  "an impact on a factor outside": {
    spoil: [
      swap("impacts.yaml", "on: control", "on: weather"),
      swap("impacts.yaml", "{ lost: 1, shared: 0, held: -1 }", "{ storm: 1, calm: -1 }"),
    ],
    says: ["impacts.yaml:3:7: at [0].on: nothing in the case moves a factor of kind outside: weather"],
  },
  "an impact on a state that does not exist": {
    spoil: [swap("impacts.yaml", "shared: 0", "shard: 0")],
    says: ["impacts.yaml:4:22: at [0].values.shard: unknown state of control: shard (did you mean shared?)"],
  },
  "an impact of half a point": {
    spoil: [swap("impacts.yaml", "lost: 1, shared: 0, held: -1", "lost: 0.5, shared: 0, held: -0.5")],
    says: ["impacts.yaml:4:19: at [0].values.lost: …: 0.5", "impacts.yaml:4:41: at [0].values.held: …: -0.5"],
  },
  "one row of impacts stated twice": {
    spoil: [
      append(
        "impacts.yaml",
        "- id: storm-again\n  from: { factor: weather, state: storm }\n  on: control\n  values: { lost: 1, held: -1 }\n  confidence: low\n  basis: author\n",
      ),
    ],
    says: [
      "impacts.yaml:7:3: at [1]: storm-control states the impact of weather.storm on control already: storm-again",
    ],
  },
  "an option that forces a condition": {
    spoil: [swap("options.yaml", "sets: { policy: firm }", "sets: { control: held }")],
    says: ["options.yaml:5:11: at [0].sets.control: an option sets decisions, and this factor is none: control"],
  },
  "an option on another actor's decision": {
    spoil: [swap("options.yaml", "actor: guild", "actor: crew")],
    says: [
      "options.yaml:5:11: at [0].sets.policy: an option sets decisions of its own actor, and this is guild's: policy",
    ],
  },
  "seats that do not sum to the members": {
    spoil: [swap("chamber.yaml", "seats: 4", "seats: 5")],
    says: ["case.yaml:19:12: at motion.members: the lists hold 11 seats: 10"],
  },
  "a quota above the members": {
    spoil: [swap("case.yaml", "quota: 6", "quota: 11")],
    says: ["case.yaml:18:10: at motion.quota: expected a quota of at most the 10 members: 11"],
  },
  "a chamber without a motion": {
    spoil: [(files) => void (files["case.yaml"] = (files["case.yaml"] as string).replace(/motion:[\s\S]*$/, ""))],
    says: ["case.yaml:1:1: a chamber needs a motion with its quota"],
  },
  "a record without a citation": {
    spoil: [swap("ties.yaml", "  citations:\n    - { source: gazette, published: 2020-06, grade: B2 }\n", "")],
    says: ["ties.yaml:1:3: at [0]: no citation: only a record with basis author stands without one: feud"],
  },
  "a citation without a date": {
    spoil: [swap("events.yaml", "published: 2020-05-04, ", "")],
    says: ["events.yaml:15:7: at [0].citations[0].published: missing"],
  },
  "a grade that does not exist": {
    spoil: [swap("events.yaml", "grade: B2", "grade: G7")],
    says: ["events.yaml:15:69: at [0].citations[0].grade: expected a grade from A1 to F6: G7"],
  },
  "a tie of an actor to itself": {
    spoil: [swap("ties.yaml", "to: crew", "to: guild")],
    says: ["ties.yaml:4:7: at [0].to: a tie joins two different actors: guild"],
  },
  "a contested field the record has not": {
    spoil: [
      append(
        "ties.yaml",
        "  contested:\n    - field: knd\n      values:\n        - { value: a, citations: [{ source: gazette, published: 2020-06, grade: B2 }] }\n        - { value: b, citations: [{ source: gazette, published: 2020-06, grade: B2 }] }\n",
      ),
    ],
    says: ["ties.yaml:9:14: at [0].contested[0].field: no such field in this record: knd (did you mean kind?)"],
  },
  "an event before the opening": {
    spoil: [swap("events.yaml", "when: 2020-05-03", "when: 2019-05-03")],
    says: [
      "events.yaml:4:9: at [0].when: what was true before the case's opening belongs in a baseline, not in an event: 2019-05-03",
    ],
  },
  "an expected event that moves something": {
    spoil: [swap("events.yaml", "  sets:", "  expected: true\n  sets:")],
    says: ["events.yaml:8:5: at [0].effects: an expected event moves nothing until it happens: seizure"],
  },
  "a scale without sides": {
    spoil: [
      (files) => void (files["case.yaml"] = (files["case.yaml"] as string).replace(/sides:[\s\S]*?issues:/, "issues:")),
    ],
    says: ["case.yaml:1:1: factors with a scale need the two sides of the case named"],
  },
  "a language that is no tag": {
    spoil: [swap("actors.yaml", "name: { en: Guild }", "name: { English: Guild }")],
    says: ["actors.yaml:2:11: at [0].name.English: expected a language tag such as en or ar: English"],
  },
  "an address that is no web address": {
    spoil: [append("sources.yaml", "  url: javascript:alert(1)\n")],
    says: ["sources.yaml:4:8: at [0].url: …: javascript:alert(1)"],
  },
  "a bidirectional override in an id": {
    spoil: [swap("actors.yaml", "id: guild", "id: \u202eguild")],
    says: [
      "actors.yaml:1:7: at [0].id: expected lower-case words joined by hyphens: \\u202eguild",
      "ties.yaml:3:9: at [0].from: unknown actor: guild (did you mean \\u202eguild?)",
      "events.yaml:6:13: at [0].targets[0]: unknown actor: guild (did you mean \\u202eguild?)",
      "factors.yaml:28:10: at [2].actor: unknown actor: guild (did you mean \\u202eguild?)",
      "options.yaml:3:10: at [0].actor: unknown actor: guild (did you mean \\u202eguild?)",
      "stakeholders.yaml:3:10: at [0].actor: unknown actor: guild (did you mean \\u202eguild?)",
    ],
  },
  NaN: {
    spoil: [swap("stakeholders.yaml", "salience: 1", "salience: .nan")],
    says: ['stakeholders.yaml:5:13: at [0].salience: …: "NaN"'],
  },
  infinity: {
    spoil: [swap("stakeholders.yaml", "salience: 1", "salience: .inf")],
    says: ['stakeholders.yaml:5:13: at [0].salience: …: "Infinity"'],
  },
  "a number beyond all numbers": {
    spoil: [swap("stakeholders.yaml", "salience: 1", "salience: 1e999")],
    says: ['stakeholders.yaml:5:13: at [0].salience: …: "Infinity"'],
  },
  "seats beyond whole numbers": {
    spoil: [swap("chamber.yaml", "seats: 6", "seats: 99999999999999999999")],
    says: ["chamber.yaml:3:10: at [0].seats: …: 100000000000000000000"],
  },
  "a __proto__ key in a record": {
    spoil: [append("ties.yaml", "  __proto__: { polluted: true }\n")],
    says: ["ties.yaml:8:3: at [0].__proto__: unknown key: __proto__"],
  },
  "a __proto__ key in the frame": {
    spoil: [append("case.yaml", "__proto__:\n  polluted: true\n")],
    says: ["case.yaml:22:1: at __proto__: unknown key: __proto__"],
  },
  "a merge key": {
    spoil: [append("ties.yaml", "  <<: { trend: weakening }\n")],
    says: ["ties.yaml:8:3: at [0].<<: unknown key: <<"],
  },
  "a very long value": {
    spoil: [swap("events.yaml", "kind: assault", `kind: ${repeat("assault", 60)}`)],
    says: [
      "events.yaml:3:9: at [0].kind: …: assaultassaultassaultassaultassaultassaultassaultassaultassaultassaultassault…",
    ],
  },
  "a bracket never closed": {
    spoil: [swap("events.yaml", "initiators: [crew]", "initiators: [crew")],
    says: [
      "events.yaml:6:3: flow sequence in block collection must be sufficiently indented and end with a ]: targets: [guild]",
    ],
  },
  "a quote never closed": {
    spoil: [swap("ties.yaml", "They are at odds", '"They are at odds')],
    says: ['ties.yaml:8:1: missing closing "quote'],
  },
  "two faults of syntax in one file": {
    spoil: [swap("events.yaml", "kind: assault", "kind: as: sault"), append("events.yaml", "  when: 2020-06-01\n")],
    says: [
      "events.yaml:3:9: nested mappings are not allowed in compact mappings: as: sault",
      "events.yaml:16:3: map keys must be unique: when: 2020-06-01",
    ],
  },
  "a key given twice": {
    spoil: [swap("events.yaml", "kind: assault", "kind: assault\n  kind: threaten")],
    says: ["events.yaml:4:3: map keys must be unique: kind: threaten"],
  },
  "a tab for indentation": {
    spoil: [swap("ties.yaml", "  from: guild", "\tfrom: guild")],
    says: ["ties.yaml:3:2: a tab in the indentation, where YAML takes only spaces: from: guild"],
  },
  "a tag of one's own": {
    spoil: [swap("ties.yaml", "kind: opposition", "kind: !!js/function opposition")],
    says: ["ties.yaml:2:9: unresolved tag: tag:yaml.org,2002:js/function: !!js/function opposition"],
  },
  "an alias to nothing": {
    spoil: [swap("ties.yaml", "from: guild", "from: *nobody")],
    says: ["ties.yaml:3:9: unresolved alias (the anchor must be set before the alias): nobody: *nobody"],
  },
  "a bomb of aliases": {
    spoil: [
      write(
        "ties.yaml",
        `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefgh"
          .split("")
          .map((name, i) => `${name}: &${name} [${repeat(`*${"abcdefg"[i]}, `, 9)}]\n`)
          .join("")}`,
      ),
    ],
    says: [
      "ties.yaml:2:8: excessive alias count indicates a resource exhaustion attack: *a, *a, *a, *a, *a, *a, *a, *a, *a, ]",
    ],
  },
  "brackets a hundred thousand deep": {
    spoil: [write("ties.yaml", repeat("[", 100_000))],
    says: ["ties.yaml:1:…: nested too deeply to be read: [[[…"],
  },
  "two documents in one file": {
    spoil: [append("ties.yaml", "---\n- id: other\n")],
    says: ["ties.yaml:8:1: expected one document: ---"],
  },
  "a file cut off": {
    spoil: [(files) => void (files["events.yaml"] = (files["events.yaml"] as string).slice(0, 120))],
    says: ["events.yaml:6:15: flow sequence in block collection must be sufficiently indented and end with a ]"],
  },
  "an empty list file": {
    spoil: [write("ties.yaml", "")],
    says: ["ties.yaml:1:1: expected a list of records, found an empty file"],
  },
  "a list file of comments alone": {
    spoil: [write("ties.yaml", "# nothing yet\n")],
    says: ["ties.yaml:1:1: expected a list of records, found an empty file"],
  },
  "an empty case.yaml": {
    spoil: [write("case.yaml", "")],
    says: ["case.yaml:1:1: expected a mapping, found an empty file"],
  },
  "a mapping where a list belongs": {
    spoil: [write("ties.yaml", "feud:\n  kind: opposition\n")],
    says: ['ties.yaml:1:1: expected a list of records, found a mapping: {"feud":{"kind":"opposition"}}'],
  },
  "a list where the frame belongs": {
    spoil: [write("case.yaml", "- id: harbour\n")],
    says: ['case.yaml:1:1: expected a mapping, found a list: [{"id":"harbour"}]'],
  },
  "a single text where a list belongs": {
    spoil: [write("ties.yaml", "none\n")],
    says: ["ties.yaml:1:1: expected a list of records, found a single value: none"],
  },
  "a list of texts": {
    spoil: [write("ties.yaml", "- feud\n- 7\n- null\n")],
    says: ["ties.yaml:1:3: at [0]: …: feud", "ties.yaml:2:3: at [1]: …: 7", "ties.yaml:3:3: at [2]: …: null"],
  },
  "no case.yaml": {
    spoil: [remove("case.yaml")],
    says: ["case.yaml: missing: a case needs its title, question, period and marking"],
  },
  "a file that is no kind of record": {
    spoil: [write("evnts.yaml", "[]\n")],
    says: ["evnts.yaml: unknown file: evnts.yaml (did you mean events.yaml?)"],
  },
  "a file of another ending": {
    spoil: [
      (files) => {
        files["events.yml"] = files["events.yaml"]!;
        delete files["events.yaml"];
      },
    ],
    says: ["events.yml: unknown file: events.yml (did you mean events.yaml?)"],
  },
  "a file nothing is near to": {
    spoil: [write("zebra-crossing.yaml", "[]\n")],
    says: ["zebra-crossing.yaml: unknown file: zebra-crossing.yaml"],
  },
  "bytes that are not UTF-8": {
    spoil: [
      (files) =>
        void (files["ties.yaml"] = Buffer.from(
          (files["ties.yaml"] as string).replace("at odds", "\xe9 odds"),
          "latin1",
        )),
    ],
    says: ["ties.yaml:5:29: expected UTF-8 text: statement: { en: They are � odds }"],
  },
  "a file of UTF-16": {
    spoil: [(files) => void (files["ties.yaml"] = Buffer.from(`\ufeff${files["ties.yaml"] as string}`, "utf16le"))],
    says: [
      "ties.yaml:1:1: expected UTF-8 text: ��-\\u0000 \\u0000i\\u0000d\\u0000:\\u0000 \\u0000f\\u0000e\\u0000u\\u0000d\\u0000",
    ],
  },
  "a fault behind a byte order mark": {
    spoil: [swap("ties.yaml", "- id: feud", "\ufeff- id: Feud")],
    says: ["ties.yaml:1:7: at [0].id: expected lower-case words joined by hyphens: Feud"],
  },
  "a fault after lines that end in CRLF": {
    spoil: [swap("events.yaml", "factor: control", "factor: contrl"), swap("events.yaml", "\n", "\r\n", true)],
    says: ["events.yaml:8:15: at [0].effects[0].factor: unknown factor: contrl (did you mean control?)"],
  },
  "a fault after Arabic text": {
    spoil: [swap("ties.yaml", "{ en: They are at odds }", "{ ar: بينهما خلاف, english: odds }")],
    says: ["ties.yaml:5:33: at [0].statement.english: expected a language tag such as en or ar: english"],
  },
  "three faults in three files": {
    spoil: [
      swap("events.yaml", "factor: control", "factor: contrl"),
      swap("factors.yaml", "cuts: [-0.4, 0.3]", "cuts: [0.3, 0.3]"),
      swap("chamber.yaml", "stance: against", "stance: agianst"),
    ],
    says: [
      "events.yaml:8:15: at [0].effects[0].factor: unknown factor: contrl (did you mean control?)",
      "factors.yaml:16:17: at [0].scale.cuts[1]: expected cuts that rise: 0.3 stands before: 0.3",
      "chamber.yaml:9:11: at [1].stance: …: agianst (did you mean against?)",
    ],
  },
  "a fault of syntax beside faults of sense": {
    spoil: [
      swap("factors.yaml", "kind: outside", "kind: outside\n  kind: outside"),
      swap("actors.yaml", "side: negative", "side: bad"),
      swap("chamber.yaml", "seats: 4", "seats: 3"),
      write("idicators.yaml", "[]\n"),
    ],
    says: [
      "idicators.yaml: unknown file: idicators.yaml (did you mean indicators.yaml?)",
      "case.yaml:19:12: at motion.members: the lists hold 9 seats: 10",
      "actors.yaml:11:9: at [1].side: …: bad",
      "factors.yaml:21:3: map keys must be unique: kind: outside",
    ],
  },
  "faults of syntax in two files, an empty one and a wrong grade": {
    spoil: [
      swap("actors.yaml", "at: [10, 50]", "at: [10, 50"),
      swap("sources.yaml", "{ en: The Gazette }", "{ en: The Gazette"),
      write("judgements.yaml", ""),
      swap("events.yaml", "grade: B2", "grade: b2"),
    ],
    says: [
      "sources.yaml:3:3: flow map in block collection must be sufficiently indented and end with a }: kind: newspaper",
      "actors.yaml:6:3: flow sequence in block collection must be sufficiently indented and end with a ]: citations:",
      "events.yaml:15:69: at [0].citations[0].grade: expected a grade from A1 to F6: b2",
      "judgements.yaml:1:1: expected a list of records, found an empty file",
    ],
  },
};
