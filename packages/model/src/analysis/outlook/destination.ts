import type { Case } from "../../case.ts";
import type { EventId } from "../../event.ts";
import type { Option, OptionId } from "../../option.ts";
import { balanceAt, type Balance } from "../balance.ts";
import { methodOf } from "../default-method.ts";
import { heldDecisions, presentConfiguration, systemOf } from "../cross-impact/case-system.ts";
import { succession, type Succession } from "../cross-impact/succession.ts";
import type { CrossImpactSystem } from "../cross-impact/system.ts";
import { eventSpan, openingDay } from "../shift.ts";
import { optionOf } from "./option-of.ts";

/** Where the case leads from its most likely present, without drawing. */
export interface Destination extends Succession {
  /** The present configuration, by state numbers in the case's order; the path starts with the option's decisions taken. */
  from: readonly number[];
}

/**
 * Follows the most likely present, an option's decisions taken in it at once, and all others held as they stand: they move
 * when someone decides, not by impacts. Undefined where some state is not known, or there is no factor. Throws RangeError
 * for an option that the case does not have, and MatrixError for a matrix that is none. METHODS §6.
 */
export function destination({ study, states }: Balance, option?: OptionId): Destination | undefined {
  const from = presentConfiguration(study, states);
  const chosen = optionOf(study, option);
  return isKnown(from) ? destinationFrom(study, systemOf(study).system, from, chosen) : undefined;
}

/** No course of action, decisions as they stand, and each that a case offers, in its order. */
export function coursesOf({ options }: Pick<Case, "options">): (OptionId | undefined)[] {
  return [undefined, ...options.map(({ id }) => id)];
}

/** Whether every state of a present is known, and there is one. */
export function isKnown(present: readonly (number | undefined)[]): present is readonly number[] {
  return present.length > 0 && !present.includes(undefined);
}

/** Where a case leads from a given present through its own system, as {@link destination} follows it. */
export function destinationFrom(
  study: Case,
  system: CrossImpactSystem,
  from: readonly number[],
  option?: Option,
): Destination {
  const forced = heldDecisions(study, from, option);
  const start = from.map((state, factor) => forced.get(factor) ?? state);
  return { from, ...succession(system, start, { forced, inertia: methodOf(study).inertia }) };
}

/**
 * The latest event, by the last day of its span, without which the case would lead elsewhere, of those that the balance holds
 * one by one. Undefined where none would.
 * Errors as {@link destination}. METHODS §6.
 */
export function movedDestination({ study, asOf, gathered }: Balance, option?: OptionId): EventId | undefined {
  const endOf = (events: Case["events"]) =>
    destination(balanceAt({ ...study, events }, { asOf }, gathered), option)
      ?.end.map((configuration) => configuration.join())
      .join(";");
  const now = endOf(study.events);
  const opening = openingDay(study);
  return study.events
    .filter((event) => !event.expected && eventSpan(event, opening).start <= asOf)
    .toSorted((a, b) => eventSpan(b, opening).end - eventSpan(a, opening).end)
    .find(({ id }) => endOf(study.events.filter((event) => event.id !== id)) !== now)?.id;
}
