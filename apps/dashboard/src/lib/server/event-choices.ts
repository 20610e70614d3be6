import {
  Confidence,
  Credibility,
  EventKind,
  inLanguage,
  Reliability,
  Rung,
  scaledFactors,
  type Case,
  type LanguageMap,
} from "@mizan/model";
import { suggestionOf } from "./actor-named.ts";

/** What the form of an event offers to choose from. */
export type EventChoices = ReturnType<typeof eventChoices>;

export function eventChoices(study: Case) {
  const named = ({ id, name }: { id: string; name: LanguageMap }) => ({ id, name: inLanguage(name) });
  const words = (all: readonly string[]) => all.map((id) => ({ id, name: id }));
  return {
    kinds: words(EventKind.options),
    rungs: words(Rung.options),
    confidences: words(Confidence.options),
    grades: words(Reliability.options.flatMap((letter) => Credibility.options.map((digit) => `${letter}${digit}`))),
    factors: scaledFactors(study).map(named),
    sources: study.sources.map(named).toSorted((a, b) => a.name.localeCompare(b.name, "en")),
    actors: study.actors.map(suggestionOf),
    favours: study.case.sides && {
      positive: study.case.sides.positive.inSentence,
      negative: study.case.sides.negative.inSentence,
    },
  };
}
