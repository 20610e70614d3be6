import { readCase, type Case } from "@mizan/model";
import type { Store } from "../src/index.ts";

const cited = (grade: string, published: string, source = "chronicle") => ({ source, published, place: "p. 1", grade });

/** A case of every kind of record, small enough to be read at a glance. */
export const bridgeData = {
  case: {
    id: "bridge",
    title: { en: "The bridge", ar: "الجسر" },
    question: { en: "Who holds the bridge?" },
    summary: "Two towns and a bridge.",
    period: "2021-01-01/2021-12-31",
    marking: "TLP:CLEAR",
    assessment: "chronicle",
    sides: {
      positive: { name: { en: "Upper town" }, inSentence: "the upper town" },
      negative: { name: { en: "Lower town" }, inSentence: "the lower town" },
    },
    issues: [
      { id: "toll", question: { en: "What toll?" }, scale: { from: 0, to: 10, fromMeans: "none", toMeans: "all" } },
    ],
    motion: {
      chamber: { en: "Council" },
      name: { en: "Motion" },
      quota: 6,
      members: 10,
      citations: [cited("B2", "2021-01-02")],
    },
  },
  sources: [
    { id: "chronicle", name: { en: "The Chronicle" }, kind: "newspaper" },
    { id: "gazette", name: { en: "The Gazette" }, kind: "newspaper" },
    { id: "herald", name: { en: "The Herald" }, kind: "newspaper" },
  ],
  actors: [
    { id: "upper", name: { en: "Upper town" }, kind: "state", side: "positive", basis: "author" },
    { id: "lower", name: { en: "Lower town", ar: "البلدة السفلى" }, kind: "state", side: "negative", basis: "author" },
    { id: "ferry", name: { en: "Ferrymen" }, kind: "group", side: "neither", basis: "author" },
  ],
  ties: [{ id: "feud", kind: "opposition", from: "upper", to: "lower", statement: { en: "A feud" }, basis: "author" }],
  events: [
    {
      id: "sortie",
      title: { en: "A sortie takes the toll house" },
      kind: "assault",
      when: "2021-03-01",
      initiators: ["upper"],
      targets: ["lower"],
      effects: [{ factor: "bridge", shift: 2, confidence: "moderate", rationale: "the toll house commands the span" }],
      citations: [cited("B2", "2021-03-02"), cited("C3", "2021-04-10", "gazette")],
    },
    {
      id: "barn-fire",
      title: { en: "A granary burns" },
      kind: "assault",
      when: "2021-03",
      attribution: { rung: "suspected", to: ["lower"] },
      effects: [
        { factor: "grain", shift: -1, confidence: "high", rationale: "a tenth of the store", regardless: true },
        { factor: "bridge", shift: -1, confidence: "low", rationale: "the garrison is drawn off", lasting: true },
      ],
      citations: [cited("C3", "2021-03-10", "gazette")],
    },
  ],
  factors: [
    {
      id: "bridge",
      name: { en: "Bridge" },
      kind: "condition",
      states: ["lost", "disputed", "held"].map((id) => ({ id, name: { en: id } })),
      scale: {
        weight: 3,
        weightRationale: "the prize",
        baseline: 0.1,
        baselineConfidence: "moderate",
        baselineRationale: "a toll house",
        halfLifeDays: 30,
        halfLifeRationale: "garrisons rotate monthly",
        cuts: [-0.3, 0.3],
      },
      basis: "author",
    },
    {
      id: "grain",
      name: { en: "Grain" },
      kind: "condition",
      states: ["short", "ample"].map((id) => ({ id, name: { en: id } })),
      scale: {
        weight: 1,
        weightRationale: "feeds both",
        baseline: -0.2,
        baselineConfidence: "high",
        baselineRationale: "a poor harvest",
        halfLifeDays: 90,
        halfLifeRationale: "a season",
        cuts: [0],
      },
      basis: "author",
    },
    {
      id: "gate",
      name: { en: "The gate" },
      kind: "decision",
      actor: "upper",
      states: ["shut", "open"].map((id) => ({ id, name: { en: id } })),
      opening: "shut",
      basis: "author",
    },
  ],
  impacts: [
    {
      id: "gate-bridge",
      from: { factor: "gate", state: "open" },
      on: "bridge",
      values: { held: -1, lost: 1 },
      basis: "author",
    },
  ],
  options: [
    {
      id: "open",
      name: { en: "Open" },
      actor: "upper",
      summary: "Open the gate.",
      sets: { gate: "open" },
      basis: "author",
    },
  ],
  outcomes: [{ id: "kept", name: { en: "Kept" }, when: [{ bridge: ["held"] }], judgement: "keeps", basis: "author" }],
  judgements: [
    {
      id: "keeps",
      statement: { en: "The upper town keeps it" },
      confidence: "moderate",
      outcome: "kept",
      basis: "author",
    },
  ],
  indicators: [
    {
      id: "raids",
      name: { en: "Raids" },
      meaning: "pressure",
      rule: { kind: "count", of: { initiators: ["ferry"] }, withinDays: 30, atLeast: 2 },
      basis: "author",
    },
  ],
  stakeholders: [
    {
      id: "upper-toll",
      issue: "toll",
      actor: "upper",
      position: 8,
      salience: 1,
      capability: 2,
      rationale: "it collects",
      basis: "author",
    },
  ],
  chamber: [
    { id: "reds", name: { en: "Reds" }, seats: 6, stance: "for", basis: "author" },
    { id: "blues", name: { en: "Blues" }, seats: 4, stance: "against", basis: "author" },
  ],
};

export function studyOf(data: unknown): Case {
  const { study, problems } = readCase(data);
  if (!study) throw new Error(JSON.stringify(problems, undefined, 1));
  return study;
}

export const bridge: Case = studyOf(bridgeData);

let taken = 0;

/** Takes a case into a store under an id that no other has, and gives that. */
export async function loadAnew(store: Store, study: Case): Promise<string> {
  const id = `taken-${taken++}`;
  await store.load({ ...study, case: { ...study.case, id: id as Case["case"]["id"] } }, { author: "analyst" });
  return id;
}

/** An event that fits the bridge's case. */
export function raid(id: string, changed: object = {}) {
  return {
    id,
    title: { en: `Raid ${id}` },
    kind: "assault",
    when: "2021-05-04",
    initiators: ["lower"],
    effects: [{ factor: "bridge", shift: -1, confidence: "high", rationale: "a breach" }],
    citations: [cited("B2", "2021-05-05")],
    ...changed,
  };
}

export function addRaid(id: string, changed: object = {}) {
  return { action: "add" as const, kind: "events" as const, body: raid(id, changed) };
}
