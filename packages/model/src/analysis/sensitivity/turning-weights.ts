import type { FactorId } from "../../factor.ts";
import type { Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { notchRange } from "./coding.ts";
import type { IndexLevers, LeverGroup } from "./index-lever.ts";
import { reportExtremes } from "./report-group.ts";
import { weightMoves, type WeightMove } from "./weight-worth.ts";

/** What a group adds to each of its factors towards the other side, with its report at its best and at its worst. */
interface TornGroup {
  atMost: ReadonlyMap<FactorId, number>;
  atLeast: ReadonlyMap<FactorId, number>;
}

/** Ways to read the torn reports that are looked at before the question is given up. */
const mostReadings = 20_000;

/**
 * The weight moves that turn the sign of the index when every baseline and shift moves one notch towards the other side
 * and every citation as it helps most; "not-even-all" where none do, shown by a bound over all choices. A factor that then
 * pulls towards the other side is doubled, one that still pulls against it halved. Only a report whose effects pull both
 * ways leaves a choice: its chance is moved up or down, each tried where the bound leaves it open.
 */
export function turningWeights(
  balance: Balance,
  levers: IndexLevers,
  toward: 1 | -1,
): readonly WeightMove[] | "not-even-all" | "not-found" {
  const { step } = methodOf(balance.study);
  const pulls = new Map(
    levers.factors.map(({ factor, weight, x }) => {
      const { down, up } = notchRange(balance.study, { kind: "baseline", factor });
      return [factor, toward * weight * x + ((toward > 0 ? up : down) > 0 ? step * weight : 0)];
    }),
  );
  const torn: TornGroup[] = [];
  for (const group of levers.groups) {
    const { least, most } = reportExtremes(balance, group);
    const [atMost, atLeast] = [gainsAt(balance, group, toward, most), gainsAt(balance, group, toward, least)];
    const preferred = [...atMost].map(([factor, gain]) => Math.sign(gain - atLeast.get(factor)!));
    if (preferred.includes(1) && preferred.includes(-1)) torn.push({ atMost, atLeast });
    else add(pulls, preferred.includes(-1) ? atLeast : atMost);
  }
  const movesOf = Map.groupBy(weightMoves(balance, levers), ({ coding }) => coding.factor);
  const worth = (factor: FactorId, pull: number) =>
    Math.max(pull, ...(movesOf.get(factor) ?? []).map(({ notches }) => pull * 2 ** notches));
  const highest = torn.map(
    ({ atMost, atLeast }) => new Map([...atMost].map(([f, gain]) => [f, Math.max(gain, atLeast.get(f)!)])),
  );

  let readings = 0;
  const found = (at: number, held: ReadonlyMap<FactorId, number>): ReadonlyMap<FactorId, number> | undefined => {
    if (readings++ >= mostReadings) return undefined;
    const bound = new Map(held);
    for (const gains of highest.slice(at)) add(bound, gains);
    if ([...bound].reduce((sum, [factor, pull]) => sum + worth(factor, pull), 0) <= 0) return undefined;
    if (at === torn.length) return held;
    const { atMost, atLeast } = torn[at]!;
    return found(at + 1, add(new Map(held), atMost)) ?? found(at + 1, add(new Map(held), atLeast));
  };
  const reading = found(0, pulls);
  if (!reading) return readings > mostReadings ? "not-found" : "not-even-all";
  return [...reading].flatMap(([factor, pull]) =>
    (movesOf.get(factor) ?? []).filter(({ notches }) => Math.sign(pull) === notches),
  );
}

/** What a group's effects add towards the other side when their report is right with some chance and all shifts moved. */
function gainsAt(
  balance: Balance,
  { event, levers }: LeverGroup,
  toward: 1 | -1,
  report: number,
): Map<FactorId, number> {
  return new Map(
    levers.map(({ shift, strength }) => {
      const { down, up } = notchRange(balance.study, { kind: "shift", event: event.id, factor: shift.factor });
      const moved = shift.steps + ((toward > 0 ? up : down) > 0 ? toward : 0);
      return [shift.factor, toward * strength * shift.attribution * (report * moved - shift.report * shift.steps)];
    }),
  );
}

function add(to: Map<FactorId, number>, gains: ReadonlyMap<FactorId, number>): Map<FactorId, number> {
  for (const [factor, gain] of gains) to.set(factor, (to.get(factor) ?? 0) + gain);
  return to;
}
