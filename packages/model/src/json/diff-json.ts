import { isoDate } from "../day.ts";
import type { Case } from "../case.ts";
import type { MomentDiff } from "../analysis/diff/index.ts";
import { namedStates } from "./named-states.ts";

/** What is different between two moments as it travels; destinations as the states they hold, by factor. */
export function diffJson(study: Case, { from, to, index, destinations, ...rest }: MomentDiff) {
  const clocks = ({ asOf, knownAt }: MomentDiff["from"]) => ({
    asOf: isoDate(asOf),
    knownAt: knownAt === undefined ? null : isoDate(knownAt),
  });
  const named = (end: readonly (readonly number[])[] | undefined) =>
    end?.map((configuration) => namedStates(study, configuration)) ?? null;
  return {
    from: clocks(from),
    to: clocks(to),
    index: index ? { before: index.before.index, after: index.after.index } : null,
    ...rest,
    destinations: destinations.map(({ option, before, after }) => ({
      option: option ?? null,
      before: named(before),
      after: named(after),
    })),
  };
}
