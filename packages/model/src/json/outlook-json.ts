import { isoDate } from "../day.ts";
import type { OptionId } from "../option.ts";
import type { Balance } from "../analysis/balance.ts";
import { namedStates } from "../analysis/cross-impact/named-states.ts";
import { coursesOf, destination, movedDestination, outlooks, outlooksOutside } from "../analysis/outlook/index.ts";

/** What an outlook is asked for; draws and seed as {@link outlook} takes them. */
export interface OutlookAsked {
  /** Courses of action, and none; all of the case's unless given. */
  options?: readonly (OptionId | undefined)[];
  draws: number;
  seed: number;
  /** Also under every other state of what lies outside. */
  outside?: boolean;
}

/**
 * Where a case leads from its present under each course of action, as it travels. Undefined where some factor's present
 * state is not known. Throws what {@link outlook} throws.
 */
export function outlookJson(balance: Balance, { options, draws, seed, outside = false }: OutlookAsked) {
  const asked = options ?? coursesOf(balance.study);
  const found = outlooks(balance, asked, { draws, seed });
  if (!found) return undefined;
  return {
    asOf: isoDate(balance.asOf),
    outlooks: asked.map((option, i) => {
      const leads = destination(balance, option)!;
      const request = option === undefined ? { draws, seed } : { option, draws, seed };
      return {
        ...found[i]!,
        option: option ?? null,
        destination: {
          settles: leads.settles,
          steps: leads.path.length - 1,
          states: leads.end.map((configuration) => namedStates(balance.study, configuration)),
        },
        movedBy: movedDestination(balance, option) ?? null,
        ...(outside ? { outside: outlooksOutside(balance, request) } : {}),
      };
    }),
  };
}
