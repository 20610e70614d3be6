import * as fc from "fast-check";
import { isoDate, dayOf, type Case } from "../src/index.ts";
import { smallData, study } from "./small-study.ts";

export const opening = dayOf("2021-01-01");
export const closing = dayOf("2021-12-31");

const confidence = fc.constantFrom("low", "moderate", "high");
const grade = fc
  .tuple(fc.constantFrom("A", "B", "C", "D", "E", "F"), fc.integer({ min: 1, max: 6 }))
  .map((parts) => parts.join(""));
const day = fc.integer({ min: opening, max: closing });

const scale = fc.record({
  weight: fc.integer({ min: 0, max: 4 }),
  weightRationale: fc.constant("drawn"),
  baseline: fc.double({ min: -1, max: 1, noNaN: true }),
  baselineConfidence: confidence,
  baselineRationale: fc.constant("drawn"),
  halfLifeDays: fc.integer({ min: 1, max: 1000 }),
  halfLifeRationale: fc.constant("drawn"),
  cuts: fc.constantFrom([-0.3, 0.3], ["declared", 0.1], [-0.1, "declared"]),
});

const citation = (published: number) =>
  fc.record({
    source: fc.constantFrom("chronicle", "gazette"),
    published: fc.constant(isoDate(published)),
    grade,
  });

const event = (factors: number) =>
  fc.tuple(day, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 90 })).chain(([start, length, delay]) =>
    fc.record({
      kind: fc.constant("coerce"),
      title: fc.constant({ en: "Drawn" }),
      when: fc.constant(length === 0 ? isoDate(start) : `${isoDate(start)}/${isoDate(start + length)}`),
      citations: fc.array(citation(start + delay), { minLength: 1, maxLength: 3 }),
      attribution: fc.option(
        fc
          .constantFrom(...(["claimed", "suspected", "likely", "confirmed"] as const))
          .map((rung) => ({ rung, to: ["lower"] })),
        {
          nil: undefined,
        },
      ),
      effects: fc.uniqueArray(
        fc.record({
          factor: fc.integer({ min: 0, max: factors - 1 }).map((i) => `factor-${i}`),
          shift: fc.constantFrom(-3, -2, -1, 1, 2, 3),
          confidence,
          rationale: fc.constant("drawn"),
          lasting: fc.boolean(),
          regardless: fc.boolean(),
        }),
        { selector: (effect) => effect.factor, maxLength: 3 },
      ),
    }),
  );

/** Random cases over one year: 1–5 scaled factors, 0–20 events of any span, grade, attribution and effect. */
export const randomStudy: fc.Arbitrary<Case> = fc.array(scale, { minLength: 1, maxLength: 5 }).chain((scales) =>
  fc.array(event(scales.length), { maxLength: 20 }).map((events) =>
    study({
      ...smallData,
      factors: scales.map((drawn, i) => ({
        id: `factor-${i}`,
        name: { en: `Factor ${i}` },
        kind: "condition",
        states: ["low", "middle", "high"].map((id) => ({ id, name: { en: id } })),
        scale: drawn,
        basis: "author",
      })),
      events: events.map((drawn, i) => ({ id: `event-${i}`, ...drawn })),
    }),
  ),
);
