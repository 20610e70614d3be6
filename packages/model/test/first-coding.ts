import { readFileSync } from "node:fs";
import { readCase, type Case } from "../src/index.ts";

interface FirstCoding {
  opening: string;
  asOf: string;
  factors: {
    id: string;
    name: string;
    kind: "condition" | "outside" | "decision";
    actor?: string;
    weight?: number;
    halfLifeDays?: number;
    baseline?: number;
    baselineSigma?: number;
    states?: string[];
    statesFromNegativeToPositive?: string[];
    current?: string;
    cuts?: (number | "declared")[];
  }[];
  events: {
    id: string;
    title: string;
    from: string;
    to: string;
    effects: { factor: string; steps: number; confidence: "low" | "moderate" | "high" }[];
    citations: { origin: string; grade: string }[];
    attribution: string | null;
    paragraph: string;
  }[];
  impacts: {
    source: string;
    state: string;
    target: string;
    targetStates: string[];
    values: number[];
    confidence: "low" | "moderate" | "high";
  }[];
  options: { id: string; force: Record<string, string> }[];
  outcomes: { id: string; when?: Record<string, string[]>; whenAny?: Record<string, string[]> }[];
}

const kebab = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/**
 * The first coding of the Iraq case (origin: the file's own note) as a case. Its spans were cut when it was coded, so
 * every citation is dated to the whole of July; the two baselines of σ 0.2 get a confidence of that size.
 */
export function firstCoding(): Case {
  const coding = JSON.parse(
    readFileSync(new URL("published/iraq-first-coding.json", import.meta.url), "utf8"),
  ) as FirstCoding;
  const origins = [...new Set(coding.events.flatMap(({ citations }) => citations.map(({ origin }) => origin)))];
  const reading = readCase({
    case: {
      id: "iraq-first-coding",
      title: { en: "Iraq, first coding" },
      question: { en: "Who holds the upper hand?" },
      summary: "The first coding of the case, kept to test the methods.",
      period: `${coding.opening}/${coding.asOf}`,
      marking: "TLP:CLEAR",
      method: { baselineSd: { low: 2, moderate: 1, high: 0.8 } },
      sides: {
        positive: { name: { en: "State" }, inSentence: "the state" },
        negative: { name: { en: "Militias" }, inSentence: "the militias" },
      },
    },
    actors: [{ id: "khadimi", name: { en: "Khadimi" }, kind: "person", side: "positive", basis: "author" }],
    sources: origins.map((origin) => ({ id: kebab(origin), name: { en: origin }, kind: "other" })),
    factors: coding.factors.map((factor) => ({
      id: factor.id,
      name: { en: factor.name },
      kind: factor.kind,
      ...(factor.actor ? { actor: factor.actor } : {}),
      states: (factor.states ?? factor.statesFromNegativeToPositive)!.map((name) => ({
        id: kebab(name),
        name: { en: name },
      })),
      ...(factor.current ? { opening: kebab(factor.current) } : {}),
      ...(factor.weight === undefined
        ? {}
        : {
            scale: {
              weight: factor.weight,
              weightRationale: "first coding",
              baseline: factor.baseline,
              baselineConfidence: factor.baselineSigma === 0.2 ? "high" : "moderate",
              baselineRationale: "first coding",
              halfLifeDays: factor.halfLifeDays,
              halfLifeRationale: "first coding",
              cuts: factor.cuts,
            },
          }),
      basis: "author",
    })),
    events: coding.events.map((event) => ({
      id: event.id.toLowerCase(),
      title: { en: event.title },
      kind: "circumstance",
      when: event.from === event.to ? event.from : `${event.from}/${event.to}`,
      ...(event.attribution ? { attribution: { rung: event.attribution, to: ["khadimi"] } } : {}),
      effects: event.effects.map(({ factor, steps, confidence }) => ({
        factor,
        shift: steps,
        confidence,
        rationale: "first coding",
      })),
      citations: event.citations.map(({ origin, grade }) => ({ source: kebab(origin), published: "2020-07", grade })),
    })),
    impacts: coding.impacts.map(({ source, state, target, targetStates, values, confidence }) => ({
      id: kebab(`${source} ${state} ${target}`),
      from: { factor: source, state: kebab(state) },
      on: target,
      values: Object.fromEntries(targetStates.map((name, i) => [kebab(name), values[i]])),
      confidence,
      basis: "author",
    })),
    options: coding.options.map(({ id, force }) => ({
      id,
      name: { en: id },
      actor: "khadimi",
      summary: "first coding",
      sets: Object.fromEntries(Object.entries(force).map(([factor, state]) => [factor, kebab(state)])),
      basis: "author",
    })),
    outcomes: coding.outcomes.map(({ id, when, whenAny }) => {
      const admitted = Object.entries(whenAny ?? when ?? {}).map(([factor, states]) => [factor, states.map(kebab)]);
      return {
        id,
        name: { en: id },
        when: whenAny ? admitted.map((one) => Object.fromEntries([one])) : [Object.fromEntries(admitted)],
        basis: "author",
      };
    }),
  });
  if (!reading.study) throw new Error(JSON.stringify(reading.problems, undefined, 1));
  return reading.study;
}
