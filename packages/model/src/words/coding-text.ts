import type { Case } from "../case.ts";
import type { Citation } from "../citation.ts";
import { inLanguage } from "../language.ts";
import { cellValue, type Cell, type Coding } from "../analysis/sensitivity/coding.ts";
import { figureText } from "./figure-text.ts";
import { periodText } from "./period-text.ts";

/** What was coded, in words: "Coercive control: baseline", "CTS raids …: shift of Coercive control". */
export function codingText(study: Case, coding: Coding): string {
  switch (coding.kind) {
    case "baseline":
      return `${factorName(study, coding.factor)}: baseline`;
    case "weight":
      return `${factorName(study, coding.factor)}: weight`;
    case "shift":
      return `${eventName(study, coding.event)}: shift of ${factorName(study, coding.factor)}`;
    case "grade": {
      const citation = citationOf(study, coding);
      const source = study.sources.find(({ id }) => id === citation?.source);
      const report = citation && source ? `${inLanguage(source.name)}, ${periodText(citation.published)}` : "a report";
      return `${eventName(study, coding.event)}: grade of ${report}`;
    }
    case "cell":
      return cellText(study, coding);
    case "stance":
      return `${inLanguage(study.chamber.find(({ id }) => id === coding.list)?.name ?? { en: coding.list })}: stance`;
  }
}

/** A cell of the matrix in words: "Economy and revenue in Crisis, on Domestic political capital: Drained". */
export function cellText(study: Case, { from, on }: Cell): string {
  return `${factorName(study, from.factor)} in ${stateName(study, from)}, on ${factorName(study, on.factor)}: ${stateName(study, on)}`;
}

/** What a case holds for a coded value, as a reader writes it: "0.3", "2", "+2", "B2". */
export function codedText(study: Case, coding: Coding): string {
  switch (coding.kind) {
    case "baseline":
      return figureText(study.factors.find(({ id }) => id === coding.factor)!.scale!.baseline, "x");
    case "weight":
      return figureText(study.factors.find(({ id }) => id === coding.factor)!.scale!.weight, "number");
    case "shift": {
      const event = study.events.find(({ id }) => id === coding.event)!;
      return figureText(event.effects.find(({ factor }) => factor === coding.factor)!.shift, "steps");
    }
    case "grade":
      return citationOf(study, coding)!.grade;
    case "cell":
      return figureText(cellValue(study, coding), "steps");
    case "stance":
      return study.chamber.find(({ id }) => id === coding.list)!.stance;
  }
}

function citationOf({ events }: Case, coding: Coding & { kind: "grade" }): Citation | undefined {
  const event = events.find(({ id }) => id === coding.event);
  const effect = event?.effects.find(({ factor }) => factor === coding.effect);
  return (coding.effect === undefined ? event : effect)?.citations?.[coding.citation];
}

/** How far a value is moved, in words: "7 steps up", "doubled twice", "2 letters better", "1 point down". */
export function notchText({ kind }: Pick<Coding, "kind">, notches: number): string {
  const count = Math.abs(notches);
  const counted = (unit: string) => `${figureText(count, "count")} ${unit}${count === 1 ? "" : "s"}`;
  const way = notches > 0 ? "up" : "down";
  switch (kind) {
    case "weight":
      return `${notches > 0 ? "doubled" : "halved"}${count === 2 ? " twice" : ""}`;
    case "grade":
      return `${counted("letter")} ${notches > 0 ? "better" : "worse"}`;
    case "cell":
      return `${counted("point")} ${way}`;
    case "stance":
      return `${counted("step")} towards ${notches > 0 ? "for" : "against"}`;
    default:
      return `${counted("step")} ${way}`;
  }
}

function factorName({ factors }: Case, id: string): string {
  const factor = factors.find((candidate) => candidate.id === id);
  return factor ? inLanguage(factor.name) : id;
}

function stateName({ factors }: Case, { factor: id, state }: Cell["from"]): string {
  const found = factors.find((factor) => factor.id === id)?.states.find((candidate) => candidate.id === state);
  return found ? inLanguage(found.name) : state;
}

function eventName({ events }: Case, id: string): string {
  const event = events.find((candidate) => candidate.id === id);
  return event ? inLanguage(event.shortTitle ?? event.title) : id;
}
