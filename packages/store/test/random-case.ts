import { dayOf, isoDate, type Case } from "@mizan/model";
import * as fc from "fast-check";
import { bridgeData, studyOf } from "./studies.ts";

export const opening = dayOf("2021-01-01");
export const closing = dayOf("2021-12-31");

const confidence = fc.constantFrom("low", "moderate", "high");
const source = fc.constantFrom("chronicle", "gazette", "herald");
const grade = fc
  .tuple(fc.constantFrom("A", "B", "C", "D", "E", "F"), fc.integer({ min: 1, max: 6 }))
  .map((parts) => parts.join(""));

const citation = (from: number) =>
  fc
    .record({ source, grade, delay: fc.integer({ min: 0, max: 90 }) })
    .map(({ delay, ...rest }) => ({ ...rest, published: isoDate(from + delay) }));

const effect = (from: number) =>
  fc.record(
    {
      factor: fc.constantFrom("bridge", "grain"),
      shift: fc.constantFrom(-3, -2, -1, 1, 2, 3),
      confidence,
      rationale: fc.constant("drawn"),
      lasting: fc.boolean(),
      regardless: fc.boolean(),
      citations: fc.array(citation(from), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["factor", "shift", "confidence", "rationale"] },
  );

/** A day, a month, an interval, or one with an open end. */
const when = (start: number) =>
  fc.oneof(
    fc.constant(isoDate(start)),
    fc.constant(isoDate(start).slice(0, 7)),
    fc.integer({ min: 1, max: 60 }).map((length) => `${isoDate(start)}/${isoDate(start + length)}`),
    fc.constant(`${isoDate(start)}/..`),
    fc.constant(`../${isoDate(start)}`),
  );

const rung = fc.constantFrom("claimed", "suspected", "likely", "confirmed");

/** An event of any span, with several reports that come out on different days. */
export const randomEvent = fc.integer({ min: opening, max: closing }).chain((start) =>
  fc.record(
    {
      title: fc.constant({ en: "Drawn" }),
      kind: fc.constantFrom("coerce", "assault"),
      when: when(start),
      effects: fc.uniqueArray(effect(start), { selector: ({ factor }) => factor, maxLength: 2 }),
      citations: fc.array(citation(start), { minLength: 1, maxLength: 4 }),
      attribution: rung.map((drawn) => ({ rung: drawn, to: ["lower"] })),
      known: fc.integer({ min: 0, max: 120 }).map((delay) => isoDate(start + delay)),
    },
    { requiredKeys: ["title", "kind", "when", "effects", "citations"] },
  ),
);

/** The bridge's case with events drawn at random. */
export const randomCase: fc.Arbitrary<Case> = fc
  .array(randomEvent, { maxLength: 12 })
  .map((events) => studyOf({ ...bridgeData, events: events.map((event, i) => ({ id: `event-${i}`, ...event })) }));
