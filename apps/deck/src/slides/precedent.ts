import {
  dailyEvidence,
  eventSpan,
  halfWidth90,
  inLanguage,
  levelSeries,
  meanFading,
  scaledFactors,
  tanhBand,
  type Band,
  type Day,
  type Effect,
  type Event,
  type ScaledFactor,
  type Shift,
} from "@mizan/model";
import { eventOf, factorOf, shortTitleOf, type Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";
import { quoted } from "../quoted.ts";

/** An event and what it did to the factor. */
export interface Pull {
  event: Event;
  effect: Effect;
  start: Day;
  end: Day;
  /** In x, as faded by the as-of day. */
  x: number;
}

export interface PrecedentPage extends Page {
  factor: ScaledFactor;
  /** The two that pull it apart, earliest first. */
  pulls: readonly [Pull, Pull];
  /** The factor's level on every day since the opening. */
  levels: readonly { day: Day; level: number; band90: Band }[];
}

const rule =
  "Of all pairs of events where the later one works against the earlier on one factor, the pair whose weaker pull is the strongest.";

/** The factor that two events pull hardest in opposite directions: what the one set, the other put in doubt. */
export function precedentPages(briefing: Briefing): PrecedentPage[] {
  const pair = opposedPulls(briefing);
  if (!pair) return [];
  const [first, second] = pair.pulls;
  const verb = ({ x }: Pull) => (x > 0 ? "raised" : "lowered");
  const title =
    `${inLanguage(pair.factor.name)}: ${verb(first)} by ${quoted(shortTitleOf(first.event))}, ` +
    `${verb(second)} by ${quoted(shortTitleOf(second.event))}`;
  return [
    {
      title,
      citations: citationsOf([first.event, second.event]),
      rule: [rule, ...pair.pulls.map(({ event, effect }) => `${inLanguage(event.title)}: ${effect.rationale}`)].join(
        " ",
      ),
      factor: pair.factor,
      pulls: pair.pulls,
      levels: levelsOf(briefing, pair.factor),
    },
  ];
}

/** The factor and the two events of {@link precedentPages}. Undefined where no two events oppose each other. */
export function opposedPulls(briefing: Briefing): { factor: ScaledFactor; pulls: [Pull, Pull] } | undefined {
  const { balance, asOf } = briefing;
  let best: { factor: ScaledFactor; pulls: [Pull, Pull]; tension: number } | undefined;
  for (const [id, shifts] of Map.groupBy(balance.shifts, ({ factor }) => factor)) {
    const factor = factorOf(briefing, id) as ScaledFactor;
    const pulls = shifts.filter(({ start }) => start <= asOf).map((shift) => pullOf(briefing, shift));
    for (const first of pulls) {
      for (const second of pulls.filter(({ x, start }) => x * first.x < 0 && start > first.start)) {
        const tension = Math.min(Math.abs(first.x), Math.abs(second.x));
        if (tension > (best?.tension ?? 0)) best = { factor, pulls: [first, second], tension };
      }
    }
  }
  return best;
}

function pullOf(briefing: Briefing, { event: id, factor, start, end, mean, halfLifeDays }: Shift): Pull {
  const event = eventOf(briefing, id)!;
  const effect = event.effects.find((candidate) => candidate.factor === factor)!;
  return {
    event,
    effect,
    ...eventSpan(event, briefing.opening),
    x: mean * meanFading(start, end, briefing.asOf, halfLifeDays),
  };
}

function levelsOf({ study, balance, opening, asOf }: Briefing, { id }: ScaledFactor): PrecedentPage["levels"] {
  const evidence = dailyEvidence(scaledFactors(study), balance.shifts, opening, asOf);
  const { x, sd } = levelSeries(study, evidence).find(({ factor }) => factor === id)!;
  return Array.from(x, (value, i) => ({
    day: opening + i,
    level: Math.tanh(value),
    band90: tanhBand(value, sd[i]!, halfWidth90),
  }));
}
