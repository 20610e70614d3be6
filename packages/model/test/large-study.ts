import { seeded } from "../src/analysis/random.ts";
import { isoDate, type Case } from "../src/index.ts";
import { closing, opening } from "./random-study.ts";
import { smallData, study } from "./small-study.ts";

/**
 * A case far larger than those that are kept: 20 factors with a scale, a decision, three options, 200 events with two
 * effects each, a sparse matrix, two outcomes. The same for the same seed.
 */
export function largeStudy(seed = 1, factors = 20, events = 200): Case {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)]!;
  const confidences = ["low", "moderate", "high"] as const;
  const states = ["low", "middle", "high"];
  const ids = Array.from({ length: factors }, (_, i) => `factor-${i}`);
  const stance = ["soft", "firm"];
  return study({
    ...smallData,
    factors: [
      ...ids.map((id) => ({
        id,
        name: { en: id },
        kind: "condition",
        states: states.map((state) => ({ id: state, name: { en: state } })),
        scale: {
          weight: 1 + below(4),
          weightRationale: "drawn",
          baseline: Math.round(100 * (random() - 0.2)) / 100,
          baselineConfidence: pick(confidences),
          baselineRationale: "drawn",
          halfLifeDays: 20 + below(200),
          halfLifeRationale: "drawn",
          cuts: [-0.3, 0.3],
        },
        basis: "author",
      })),
      {
        id: "stance",
        name: { en: "Stance" },
        kind: "decision",
        actor: "upper",
        states: stance.map((state) => ({ id: state, name: { en: state } })),
        opening: "soft",
        basis: "author",
      },
    ],
    events: Array.from({ length: events }, (_, i) => {
      const day = opening + below(closing - opening);
      const first = below(factors);
      return {
        id: `event-${i}`,
        title: { en: `Event ${i}` },
        kind: "coerce",
        when: isoDate(day),
        effects: [first, (first + 1 + below(factors - 1)) % factors].map((factor) => ({
          factor: ids[factor],
          shift: pick([-3, -2, -1, 1, 2, 3]),
          confidence: pick(confidences),
          rationale: "drawn",
        })),
        citations: Array.from({ length: 1 + below(3) }, () => ({
          source: pick(["chronicle", "gazette"]),
          origin: `origin-${below(10)}`,
          published: isoDate(day + below(5)),
          grade: pick(["A1", "B2", "C3", "D4", "F6"]),
        })),
      };
    }),
    impacts: ids.flatMap((from, i) =>
      states.flatMap((state) =>
        [1, 3, 7].map((step) => {
          const on = ids[(i + step) % factors]!;
          const pull = below(5) - 2;
          return {
            id: `${from}-${state}-${on}`,
            from: { factor: from, state },
            on,
            values: { low: -pull, high: pull },
            confidence: pick(confidences),
            basis: "author",
          };
        }),
      ),
    ),
    options: stance.map((state) => ({
      id: state,
      name: { en: state },
      actor: "upper",
      summary: "drawn",
      sets: { stance: state },
      basis: "author",
    })),
    outcomes: ["high", "low"].map((state) => ({
      id: `first-${state}`,
      name: { en: `First ${state}` },
      when: [{ "factor-0": [state] }],
      basis: "author",
    })),
  });
}
