import type { Case } from "../../case.ts";
import type { Effect, EventId, Rung } from "../../event.ts";
import { balanceAt, type Clocks } from "../balance.ts";
import type { BalanceIndex } from "../balance-index.ts";

/** The index when only attributions of a rung and above are believed. */
export interface AttributionRung {
  atLeast: Rung;
  /** Undefined for a case without an index. */
  index: BalanceIndex | undefined;
  /** Events with an effect that this rung leaves out. */
  leftOut: readonly EventId[];
}

const rungs = ["claimed", "suspected", "likely", "confirmed"] as const satisfies readonly Rung[];

/**
 * The index counting only effects whose attribution stands at or above each rung, from all of them to the confirmed
 * alone. Effects that hold whoever did it always count. Each index runs from −100 to 100. Throws nothing of its own.
 * METHODS §9 (c).
 */
export function attributionLadder(study: Case, clocks: Clocks): AttributionRung[] {
  return rungs.map((atLeast, least) => {
    const leftOut: EventId[] = [];
    const events = study.events.map((event) => {
      const { attribution } = event;
      if (!attribution || rungs.indexOf(attribution.rung) >= least) return event;
      const effects = event.effects.filter(({ regardless }: Effect) => regardless);
      if (effects.length < event.effects.length) leftOut.push(event.id);
      return { ...event, effects };
    });
    return { atLeast, index: balanceAt({ ...study, events }, clocks).index, leftOut };
  });
}
