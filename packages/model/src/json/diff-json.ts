import type { Clocks } from "../analysis/balance.ts";
import type { MomentDiff } from "../analysis/diff/index.ts";
import { namedStates } from "../analysis/cross-impact/named-states.ts";
import { isoDate } from "../day.ts";

/** What is different between two moments as it travels; destinations as the states they hold, by factor. */
export function diffJson({ from, to, index, destinations, ...rest }: MomentDiff) {
  const days = ({ asOf, knownAt }: Clocks) => ({
    asOf: isoDate(asOf),
    knownAt: knownAt === undefined ? null : isoDate(knownAt),
  });
  const named = ({ study }: MomentDiff["from"], end: readonly (readonly number[])[] | undefined) =>
    end?.map((configuration) => namedStates(study, configuration)) ?? null;
  return {
    from: days(from.clocks),
    to: days(to.clocks),
    index: index ? { before: index.before.index, after: index.after.index } : null,
    ...rest,
    destinations: destinations.map(({ option, before, after }) => ({
      option: option ?? null,
      before: named(from, before),
      after: named(to, after),
    })),
  };
}
