import {
  citationWeight,
  meanFading,
  methodOf,
  type Actor,
  type Balance,
  type Event,
  type LanguageMap,
} from "@mizan/model";
import { periodText } from "@mizan/model/words";
import { citedOf, type Cited } from "./cited.ts";
import { presentState } from "./factor-row.ts";

/** An actor by name, at its side. */
export interface NamedActor {
  id: string;
  name: LanguageMap;
  side: Actor["side"];
}

/** What an event does to one factor, with every number of its arithmetic. */
export interface EffectRow {
  factor: string;
  name: LanguageMap;
  shift: number;
  confidence: string;
  rationale: string;
  lasting: boolean;
  regardless: boolean;
  /** Undefined for a factor without a scale, or before the event begins. */
  counted: { step: number; evidence: number; left: number; adds: number } | undefined;
  citations: readonly Cited[];
}

export function namedActors({ study }: Balance, ids: readonly string[] | undefined): NamedActor[] {
  return (ids ?? []).map((id) => {
    const actor = study.actors.find((candidate) => candidate.id === id)!;
    return { id: actor.id, name: actor.name, side: actor.side };
  });
}

export function effectRows(balance: Balance, event: Event): EffectRow[] {
  const { study, shifts, asOf } = balance;
  const { step } = methodOf(study);
  return event.effects.map((effect) => {
    const shift = shifts.find((candidate) => candidate.event === event.id && candidate.factor === effect.factor);
    const left = shift && meanFading(shift.start, shift.end, asOf, shift.halfLifeDays);
    return {
      factor: effect.factor,
      name: study.factors.find(({ id }) => id === effect.factor)!.name,
      shift: effect.shift,
      confidence: effect.confidence,
      rationale: effect.rationale,
      lasting: effect.lasting ?? false,
      regardless: effect.regardless ?? false,
      counted:
        shift && left !== undefined && shift.start <= asOf
          ? { step, evidence: shift.weight, left, adds: shift.mean * left }
          : undefined,
      citations: citedOf(balance, effect.citations),
    };
  });
}

/** The states an event enters by its own force. */
export function enteredStates({ study }: Balance, event: Event) {
  return (event.sets ?? []).map(({ factor, state }) => {
    const record = study.factors.find(({ id }) => id === factor)!;
    return { factor, name: record.name, state: presentState(record, state, 0, true) };
  });
}

/** Fields on which sources disagree. */
export function contestedFields(balance: Balance, record: Pick<Event, "contested">) {
  return (record.contested ?? []).map(({ field, values, note }) => ({
    field,
    note,
    values: values.map(({ value, citations }) => ({
      value: typeof value === "string" && /^\d{4}/.test(value) ? periodText(value) : String(value),
      citations: citedOf(balance, citations),
    })),
  }));
}

/** The weight of each of an event's citations, by the case's table. */
export function weightsOf({ study }: Balance, event: Event): readonly { grade: string; weight: number }[] {
  const method = methodOf(study);
  return (event.citations ?? []).map(({ grade }) => ({ grade, weight: citationWeight(grade, method) }));
}
