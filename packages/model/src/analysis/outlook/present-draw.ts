import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { presentConfiguration } from "../cross-impact/case-system.ts";
import { stateEnds } from "../state-ends.ts";

/** Where each factor may stand now, ready to be drawn. */
export interface PresentDraw {
  /** Mean and standard deviation of x by factor; a factor whose state is stated has none. */
  levels: readonly ({ x: number; sd: number; upTo: readonly number[] } | undefined)[];
  /** The most likely configuration; factors without a level are always drawn in it. */
  present: readonly number[];
  correlation: number;
}

/** The present as it can be drawn. Undefined where some factor's state is not known: nothing follows from there. */
export function presentDraw({ study, levels, states }: Balance): PresentDraw | undefined {
  const present = presentConfiguration(study, states);
  if (present.length === 0 || present.some((state) => state === undefined)) return undefined;
  return {
    present: present as number[],
    correlation: methodOf(study).correlation,
    levels: study.factors.map(({ id, scale }, i) => {
      const level = levels.find(({ factor }) => factor === id);
      if (!scale || !level || states[i]!.declared) return undefined;
      return { x: level.x, sd: level.sd, upTo: stateEnds(scale.cuts) };
    }),
  };
}

/** Draws a configuration into `to`: levels are normal, their errors sharing a common part. METHODS §6. */
export function drawPresent({ levels, present, correlation }: PresentDraw, normal: () => number, to: Int32Array): void {
  const common = Math.sqrt(correlation) * normal();
  const own = Math.sqrt(1 - correlation);
  for (let factor = 0; factor < to.length; factor++) {
    const level = levels[factor];
    if (!level) {
      to[factor] = present[factor]!;
      continue;
    }
    const x = level.x + level.sd * (common + own * normal());
    let state = 0;
    while (x >= level.upTo[state]!) state++;
    to[factor] = state;
  }
}
