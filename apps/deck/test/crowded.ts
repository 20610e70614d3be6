import { readCase } from "@mizan/model";
import type { Content } from "../src/content.ts";

const words = "provisional council for the coordination of regional security and emergency reconstruction affairs";
const long = (n: number) => `${n} ${words.slice(0, 20 + ((n * 17) % 70))}`;
/** One word that no line holds, and a name of sixty words. */
const unbroken = "m".repeat(600);
const sixty = Array.from({ length: 60 }, (_, n) => words.split(" ")[n % 12]).join(" ");
const overlong = (n: number) => (n === 0 ? unbroken : n === 1 ? sixty : long(n));

const citations = (n: number) => [{ source: `source-${n % 30}`, published: "2021-01-15", place: `¶${n}`, grade: "B2" }];
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const day = (n: number) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10);

/** An invented case that is too large for its slides: 40 actors, 200 events, 12 factors, and names that go on, with and without a break. */
export function crowded(asOf = "2021-12-31"): Content {
  const { study, problems } = readCase({
    case: {
      id: "crowded",
      title: { en: `A case of ${words} and of ${words}` },
      question: { en: `What would ${words} do?` },
      summary: words.repeat(3),
      period: "2021-01-01/2021-12-31",
      marking: "TLP:CLEAR, and a marking that is longer than its place",
      sides: {
        positive: {
          name: { en: sixty },
          inSentence: `the ${sixty}`,
        },
        negative: {
          name: { en: unbroken },
          inSentence: `the ${unbroken}`,
        },
      },
      motion: {
        chamber: { en: long(1) },
        name: { en: `Confidence in ${words}` },
        quota: 116,
        members: 231,
        citations: citations(1),
      },
    },
    sources: many(30, (n) => ({
      id: `source-${n}`,
      name: { en: long(n), ar: "مصدر له اسم طويل" },
      kind: "government office",
      published: "2021",
    })),
    actors: many(40, (n) => ({
      id: `actor-${n}`,
      name: { en: overlong(n), ar: "جهة لها اسم طويل جداً" },
      kind: "group",
      side: (["positive", "negative", "neither"] as const)[n % 3],
      citations: citations(n),
    })),
    ties: many(90, (n) => ({
      id: `tie-${n}`,
      kind: (["membership", "support", "opposition"] as const)[n % 3],
      from: `actor-${n % 40}`,
      to: `actor-${(n * 7 + 3) % 40}`,
      statement: { en: long(n) },
      citations: citations(n),
    })).filter(({ from, to }) => from !== to),
    factors: many(12, (n) => ({
      id: `factor-${n}`,
      name: { en: overlong(n) },
      ...(n > 1 && { shortName: { en: `Factor ${n}` } }),
      kind: "condition",
      question: words,
      states: [
        { id: "bad", name: { en: "Very far from what anybody had hoped for" } },
        { id: "fair", name: { en: "Fair" } },
        { id: "good", name: { en: "Good" } },
      ],
      scale: {
        weight: 1 + (n % 3),
        weightRationale: "Invented.",
        baseline: (n % 5) / 10 - 0.2,
        baselineConfidence: "moderate",
        baselineRationale: "Invented.",
        halfLifeDays: 60,
        halfLifeRationale: "Invented.",
        cuts: [-0.3, 0.3],
      },
      citations: citations(n),
    })),
    events: [
      ...many(200, (n) => ({
        id: `event-${n}`,
        title: { en: n > 197 ? overlong(n - 198) : long(n) },
        kind: "consult",
        when: n % 4 === 0 ? `${day(n)}/${day(n + 9)}` : day(n),
        effects: [
          {
            factor: n === 198 ? "factor-0" : `factor-${n % 12}`,
            shift: n === 198 ? -3 : [3, -2, 1, -3][n % 4],
            confidence: "moderate",
            rationale: `${words}. `.repeat(3),
          },
        ],
        citations: citations(n),
      })),
      {
        id: "ahead",
        title: { en: long(9) },
        kind: "consult",
        when: "2022-03",
        expected: true,
        effects: [],
        summary: words,
        basis: "author",
      },
    ],
    options: many(5, (n) => ({
      id: `option-${n}`,
      name: { en: long(n) },
      actor: "actor-0",
      basis: "author",
      summary: words,
      sets: {},
      follows: many(7, (m) => ({ statement: `${words}, ${long(m)}`, factor: `factor-${m}`, citations: citations(m) })),
    })),
    judgements: many(30, (n) => ({
      id: `judgement-${n}`,
      statement: { en: `${words} `.repeat(1 + (n % 6) * (n === 5 ? 8 : 1)) },
      likelihood: (["very likely", "roughly even chance", "almost no chance"] as const)[n % 3],
      confidence: (["low", "moderate", "high"] as const)[n % 3],
      option: `option-${n % 5}`,
      citations: citations(n),
    })),
    indicators: many(30, (n) => ({
      id: `indicator-${n}`,
      name: { en: long(n) },
      basis: "author",
      meaning: words,
      rule: { kind: "level", factor: "factor-0", crosses: "above", at: 0.5 },
      judgement: `judgement-${n}`,
    })),
    chamber: many(60, (n) => ({
      id: `list-${n}`,
      name: { en: long(n) },
      seats: n % 9,
      stance: (["for", "against", "undecided"] as const)[n % 3],
      citations: citations(n),
    })),
  });
  if (!study) throw new Error(problems.map(({ path, problem }) => `${path.join(".")}: ${problem}`).join("\n"));
  return { study, asOf };
}
