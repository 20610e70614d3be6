import {
  dailyEvidence,
  levelSeries,
  scaledFactors,
  sideOf,
  type Band,
  type Day,
  type Factor,
  type FactorKind,
  type LanguageMap,
  type StateId,
} from "@mizan/model";
import { eventRows } from "./event-row.ts";
import { poleAt } from "./factor-states.ts";
import type { Reading } from "./reading.ts";

/** Where a factor stands, in a line. */
export interface FactorRow {
  id: string;
  name: LanguageMap;
  shortName: LanguageMap;
  kind: FactorKind;
  question: string | undefined;
  state: PresentState;
  /** From the negative pole to the positive; empty where nothing says. */
  shares: readonly { state: StateId; name: LanguageMap; share: number }[];
  /** Undefined for a factor without a scale. */
  level: FactorLevel | undefined;
  newest: { id: string; label: LanguageMap; when: string } | undefined;
}

/** The state a factor is in, and the pole it stands at. */
export interface PresentState {
  name: LanguageMap | undefined;
  pole: -1 | 0 | 1;
  /** The level's band lies on one side of parity, or an event states it. */
  clear: boolean;
}

export interface FactorLevel {
  value: number;
  band90: Band;
  side: -1 | 0 | 1;
  cuts: readonly (number | "declared")[];
  weight: number;
  /** Its part of X. */
  pull: number;
  /** Levels from the opening, thinned for a small drawing. */
  way: readonly number[];
  /** How far the level moved since the day asked for. */
  change: number | undefined;
}

const wayPoints = 96;

/** Every factor, strongest pull on the index first, those without a scale last. */
export function factorRows(reading: Reading, since: Day | undefined): FactorRow[] {
  const { balance } = reading;
  const ways = waysOf(reading);
  const events = eventRows(reading).filter(({ expected }) => !expected);
  return balance.study.factors
    .map((factor): FactorRow => {
      const state = balance.states.find((candidate) => candidate.factor === factor.id)!;
      const level = levelOf(reading, factor, ways.get(factor.id), since);
      const newest = events.find(({ id }) =>
        balance.study.events.find((event) => event.id === id)!.effects.some((effect) => effect.factor === factor.id),
      );
      return {
        id: factor.id,
        name: factor.name,
        shortName: factor.shortName ?? factor.name,
        kind: factor.kind,
        question: factor.question,
        state: presentState(factor, state.state, level?.side ?? 0, state.declared),
        shares: state.shares.map((share) => ({
          ...share,
          name: factor.states.find(({ id }) => id === share.state)!.name,
        })),
        level,
        newest: newest && { id: newest.id, label: newest.label, when: newest.when },
      };
    })
    .toSorted((a, b) => Math.abs(b.level?.pull ?? 0) - Math.abs(a.level?.pull ?? 0));
}

/** A state with the pole it stands at: the first and the last of a factor with a scale. */
export function presentState(
  factor: Factor,
  state: StateId | undefined,
  side: -1 | 0 | 1,
  declared: boolean,
): PresentState {
  const at = factor.states.findIndex(({ id }) => id === state);
  const pole = poleAt(factor, at);
  return { name: factor.states[at]?.name, pole, clear: declared || side === pole };
}

function levelOf(
  { balance, opening }: Reading,
  factor: Factor,
  way: Float64Array | undefined,
  since: Day | undefined,
): FactorLevel | undefined {
  const level = balance.levels.find((candidate) => candidate.factor === factor.id);
  const share = balance.weights?.shares.find((candidate) => candidate.factor === factor.id)?.share ?? 0;
  if (!level || !factor.scale) return undefined;
  const before = since === undefined ? undefined : way?.[since - opening];
  const step = Math.max(1, Math.ceil((way?.length ?? 0) / wayPoints));
  return {
    value: level.level,
    band90: level.band90,
    side: sideOf(level.band90),
    cuts: factor.scale.cuts,
    weight: factor.scale.weight,
    pull: share * level.x,
    way: [...(way ?? [])]
      .filter((_, i, all) => (all.length - 1 - i) % step === 0)
      .map((x) => Math.round(1000 * Math.tanh(x)) / 1000),
    change: before === undefined ? undefined : level.level - Math.tanh(before),
  };
}

/** Every scaled factor's x on every day from the opening to the day. */
function waysOf({ balance, opening }: Reading): Map<string, Float64Array> {
  const evidence = dailyEvidence(scaledFactors(balance.study), balance.evidence, opening, balance.asOf);
  return new Map(levelSeries(balance.study, evidence).map(({ factor, x }) => [factor, x]));
}
