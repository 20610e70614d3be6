import {
  dailyEvidence,
  levelSeries,
  meanFading,
  methodOf,
  scaledFactors,
  tanhBand,
  halfWidth90,
  type Band,
  type Day,
  type LanguageMap,
} from "@mizan/model";
import { periodText } from "@mizan/model/words";
import type { Reading } from "./reading.ts";

/** A factor's level on a day. */
export interface LevelPoint {
  day: Day;
  level: number;
  band90: Band;
}

/** A factor's level on every day from the opening; empty without a scale. */
export function levelPoints({ balance, opening }: Reading, id: string): LevelPoint[] {
  const { study, evidence, asOf } = balance;
  const from = Math.min(opening, asOf);
  const series = levelSeries(study, dailyEvidence(scaledFactors(study), evidence, from, asOf)).find(
    ({ factor }) => factor === id,
  );
  if (!series) return [];
  return Array.from(series.x, (x, i) => ({
    day: from + i,
    level: Math.tanh(x),
    band90: tanhBand(x, series.sd[i]!, halfWidth90),
  }));
}

/** One shift of a factor with its arithmetic. */
export interface ShiftRow {
  event: string;
  label: LanguageMap;
  when: string;
  steps: number;
  step: number;
  evidence: number;
  left: number;
  adds: number;
  rationale: string;
  /** What the event adds to the index; in a case without one, what its reports weigh. */
  trace: string;
}

/** Every shift of a factor that has begun, in the order of time. */
export function shiftRows({ balance }: Reading, id: string): ShiftRow[] {
  const { study, shifts, asOf } = balance;
  const { step } = methodOf(study);
  return shifts
    .filter((shift) => shift.factor === id && shift.start <= asOf)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((shift) => {
      const event = study.events.find((candidate) => candidate.id === shift.event)!;
      const left = meanFading(shift.start, shift.end, asOf, shift.halfLifeDays);
      return {
        event: event.id,
        label: event.shortTitle ?? event.title,
        when: periodText(event.when),
        steps: shift.steps,
        step,
        evidence: shift.weight,
        left,
        adds: shift.mean * left,
        rationale: event.effects.find((effect) => effect.factor === id)!.rationale,
        trace: `${balance.index ? "points" : "evidence"}/${event.id}`,
      };
    });
}
