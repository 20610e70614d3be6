import type { Case } from "../../case.ts";
import type { Citation } from "../../citation.ts";
import type { Basis } from "../../confidence.ts";
import type { Event } from "../../event.ts";
import type { Factor } from "../../factor.ts";
import { figureText } from "../figure-text.ts";
import { inLanguage } from "../../language.ts";
import { periodText } from "../period-text.ts";
import type { RecordKind } from "../../record-kind.ts";
import type { LanguageMap } from "../../text.ts";
import { methodOf } from "../../analysis/default-method.ts";
import { citationWeight } from "../../analysis/evidence-weight.ts";
import type { TraceRecord, TraceSource } from "./trace.ts";

/** Citations as a reader weighs them, heaviest first. */
export function sourcesOf(study: Case, citations: readonly Citation[] | undefined): TraceSource[] {
  const method = methodOf(study);
  const sources = new Map(study.sources.map((source) => [source.id, source]));
  return (citations ?? [])
    .map(({ grade, source, published, via, place, note }) => ({
      grade,
      weight: citationWeight(grade, method),
      source,
      name: sources.get(source)!.name,
      kind: sources.get(source)!.kind,
      published: periodText(published),
      via: via && sources.get(via)!.name,
      place,
      note: note ?? sources.get(source)!.note,
    }))
    .toSorted((a, b) => b.weight - a.weight);
}

/** A record with the facts given, and what it rests on. */
export function recordOf(
  kind: RecordKind | "case",
  record: { id: string; basis?: Basis | undefined; note?: string | undefined },
  title: LanguageMap,
  facts: readonly (readonly [term: string, text: string | undefined])[],
): TraceRecord {
  const all = [...facts, ["Note", record.note] as const];
  return {
    kind,
    id: record.id,
    title,
    basis: record.basis ?? "text",
    facts: all.flatMap(([term, text]) => (text ? [{ term, text }] : [])),
  };
}

export function eventRecord(study: Case, event: Event): TraceRecord {
  const names = (ids: readonly string[] | undefined) =>
    ids?.map((id) => inLanguage(study.actors.find((actor) => actor.id === id)!.name)).join(", ");
  const factorName = (id: string) => inLanguage(study.factors.find((factor) => factor.id === id)!.name);
  return recordOf("events", event, event.title, [
    ["When", periodText(event.when)],
    ["By", names(event.initiators)],
    ["Towards", names(event.targets)],
    ["Attribution", event.attribution && `${event.attribution.rung}: ${names(event.attribution.to)}`],
    ...event.effects.map(
      (effect) =>
        [
          factorName(effect.factor),
          `${figureText(effect.shift, "steps")} ${Math.abs(effect.shift) === 1 ? "step" : "steps"}, ${effect.confidence} confidence. ${effect.rationale}`,
        ] as const,
    ),
    ["Account", event.summary],
  ]);
}

export function factorRecord({ scale, ...factor }: Factor): TraceRecord {
  return recordOf("factors", factor, factor.name, [
    ["Question", factor.question],
    ["Kind", factor.kind],
    ["States", factor.states.map(({ name }) => inLanguage(name)).join(" · ")],
    ["Weight", scale && `${figureText(scale.weight, "number")}. ${scale.weightRationale}`],
    [
      "Baseline",
      scale &&
        `${figureText(scale.baseline, "number")}, ${scale.baselineConfidence} confidence. ${scale.baselineRationale}`,
    ],
    ["Half-life", scale && `${figureText(scale.halfLifeDays, "number")} days. ${scale.halfLifeRationale}`],
  ]);
}

/** The case's own frame, where a figure rests on its method rather than on one record. */
export function frameRecord(study: Case): TraceRecord {
  const { case: frame } = study;
  return {
    kind: "case",
    id: frame.id,
    title: frame.title,
    basis: "author",
    facts: [
      { term: "Question", text: inLanguage(frame.question) },
      { term: "Period", text: periodText(frame.period) },
      ...(frame.methodRationale ? [{ term: "Method", text: frame.methodRationale }] : []),
    ],
  };
}

/** The assessment a case was made from, as a citation of the whole of it. */
export function assessmentSources(study: Case): TraceSource[] {
  const source = study.sources.find(({ id }) => id === study.case.assessment);
  if (!source) return [];
  const citation = study.events.flatMap(({ citations }) => citations ?? []).find((cited) => cited.source === source.id);
  return sourcesOf(study, citation ? [{ ...citation, place: undefined }] : []);
}
