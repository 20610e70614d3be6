import type { Case } from "../../case.ts";
import type { ChamberListId } from "../../chamber-list.ts";
import type { EventId } from "../../event.ts";
import type { FactorId, StateId } from "../../factor.ts";
import { recoded, type Coding } from "./coding.ts";

/** One coded value as it might have been coded: so many notches higher, or lower below 0. */
export interface Supposition {
  coding: Coding;
  notches: number;
}

/** A coded value in a line, its parts joined by full stops, which no id holds: "weight.us-support", "grade.raid..0". */
export function codingKey(coding: Coding): string {
  switch (coding.kind) {
    case "baseline":
    case "weight":
      return `${coding.kind}.${coding.factor}`;
    case "shift":
      return `shift.${coding.event}.${coding.factor}`;
    case "grade":
      return `grade.${coding.event}.${coding.effect ?? ""}.${coding.citation}`;
    case "cell":
      return ["cell", coding.from.factor, coding.from.state, coding.on.factor, coding.on.state].join(".");
    case "stance":
      return `stance.${coding.list}`;
  }
}

/** A supposition in a line, its notches last: "weight.us-support.-1". */
export function suppositionKey({ coding, notches }: Supposition): string {
  return `${codingKey(coding)}.${notches}`;
}

/** What a line supposes; undefined for a line that {@link suppositionKey} does not write. */
export function suppositionOf(key: string): Supposition | undefined {
  const parts = key.split(".");
  const notches = Number(parts.pop());
  const coding = codingOf(parts);
  return coding && suppositionKey({ coding, notches }) === key ? { coding, notches } : undefined;
}

function codingOf([kind, ...parts]: readonly string[]): Coding | undefined {
  const [a, b, c, d] = parts;
  switch (kind) {
    case "baseline":
    case "weight":
      return { kind, factor: a as FactorId };
    case "shift":
      return { kind, event: a as EventId, factor: b as FactorId };
    case "grade":
      return { kind, event: a as EventId, ...(b ? { effect: b as FactorId } : {}), citation: Number(c) };
    case "cell":
      return {
        kind,
        from: { factor: a as FactorId, state: b as StateId },
        on: { factor: c as FactorId, state: d as StateId },
      };
    case "stance":
      return { kind, list: a as ChamberListId };
    default:
      return undefined;
  }
}

/** Some suppositions and one more, its notches on top of those supposed already; a value back as it was coded is none. */
export function alsoSupposing(suppositions: readonly Supposition[], one: Supposition): Supposition[] {
  const key = codingKey(one.coding);
  const rest = suppositions.filter(({ coding }) => codingKey(coding) !== key);
  const before = suppositions.find(({ coding }) => codingKey(coding) === key)?.notches ?? 0;
  const notches = before + one.notches;
  return notches === 0 ? rest : [...rest, { coding: one.coding, notches }];
}

/**
 * A case as it would read if all of it were so; of two that suppose the same coded value, the later counts. Throws
 * RangeError as {@link recoded}.
 */
export function supposing(study: Case, suppositions: readonly Supposition[]): Case {
  const last = new Map(suppositions.map((one) => [codingKey(one.coding), one]));
  return [...last.values()].reduce((now, { coding, notches }) => recoded(now, coding, notches), study);
}
