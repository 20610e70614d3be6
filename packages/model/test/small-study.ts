import { readCase, type Case } from "../src/index.ts";

/** A case of two factors and two events, small enough to work by hand. */
export const smallData = {
  case: {
    id: "small",
    title: { en: "A small case" },
    question: { en: "Who holds the bridge?" },
    summary: "Two towns and a bridge.",
    period: "2021-01-01/2021-12-31",
    marking: "TLP:CLEAR",
    assessment: "chronicle",
    sides: {
      positive: { name: { en: "Upper town" }, inSentence: "the upper town" },
      negative: { name: { en: "Lower town" }, inSentence: "the lower town" },
    },
  },
  sources: [
    { id: "chronicle", name: { en: "The Chronicle" }, kind: "newspaper" },
    { id: "gazette", name: { en: "The Gazette" }, kind: "newspaper" },
  ],
  actors: [
    { id: "upper", name: { en: "Upper town" }, kind: "state", side: "positive", basis: "author" },
    { id: "lower", name: { en: "Lower town", ar: "البلدة السفلى" }, kind: "state", side: "negative", basis: "author" },
  ],
  factors: [
    {
      id: "bridge",
      name: { en: "Bridge" },
      kind: "condition",
      states: [
        { id: "lost", name: { en: "Lost" } },
        { id: "disputed", name: { en: "Disputed" } },
        { id: "held", name: { en: "Held" } },
      ],
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
      states: [
        { id: "short", name: { en: "Short" } },
        { id: "ample", name: { en: "Ample" } },
      ],
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
  ],
  events: [
    {
      id: "sortie",
      title: { en: "A sortie takes the toll house" },
      kind: "assault",
      when: "2021-03-01",
      initiators: ["upper"],
      targets: ["lower"],
      effects: [{ factor: "bridge", shift: 2, confidence: "moderate", rationale: "the toll house commands the span" }],
      citations: [{ source: "chronicle", published: "2021-03-02", place: "p. 1", grade: "B2" }],
    },
    {
      id: "barn-fire",
      title: { en: "A granary burns" },
      kind: "assault",
      when: "2021-03",
      attribution: { rung: "suspected", to: ["lower"] },
      effects: [
        { factor: "grain", shift: -1, confidence: "high", rationale: "a tenth of the store", regardless: true },
        {
          factor: "bridge",
          shift: -1,
          confidence: "low",
          rationale: "the garrison is drawn off if this was the lower town",
        },
      ],
      citations: [{ source: "gazette", published: "2021-03-10", place: "p. 4", grade: "C3" }],
    },
  ],
};

type Changed = { [Key in keyof typeof smallData]?: unknown } & Record<string, unknown>;

/** The small case's data with some kinds replaced. */
export function smallWith(changed: Changed): Record<string, unknown> {
  return { ...structuredClone(smallData), ...changed };
}

export function study(data: unknown): Case {
  const reading = readCase(data);
  if (!reading.study) throw new Error(JSON.stringify(reading.problems, undefined, 1));
  return reading.study;
}

export const small: Case = study(smallData);
