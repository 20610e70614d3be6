import type { Case } from "../../case.ts";
import type { EventId } from "../../event.ts";
import type { FactorId, StateId } from "../../factor.ts";
import type { OptionId } from "../../option.ts";
import { balanceAt, type Balance, type Clocks } from "../balance.ts";
import type { BalanceIndex } from "../balance-index.ts";
import { begunEvents } from "../begun.ts";
import { namedStates } from "../cross-impact/named-states.ts";
import type { Contribution } from "../contribution.ts";
import { coursesOf, destination } from "../outlook/destination.ts";
import { recordDifferences, sameData, type RecordDifference } from "./record-difference.ts";

/** A case as it was written at one moment, and the two days it is read at. */
export interface Moment {
  study: Case;
  clocks: Clocks;
}

/** What one record did to the index between two moments. */
export interface RecordChange {
  kind: Contribution["kind"];
  record: Contribution["record"];
  /** Its part of X then and now; absent where it had none. */
  before: number | undefined;
  after: number | undefined;
  /** The difference; all of them sum to the change of X. */
  x: number;
  /** The same in points of the index; all of them sum to its change. Undefined where either moment has no index. */
  points: number | undefined;
}

/** What is different between two moments of a case. */
export interface MomentDiff {
  from: Moment;
  to: Moment;
  /** Records of every kind that differ, as each could be known at its moment, whatever day they speak of. */
  changes: readonly RecordDifference[];
  /** Events that had begun and were known at the second moment and not at the first, and the other way round. */
  added: readonly EventId[];
  removed: readonly EventId[];
  /** Events of both moments that say something else, or that other reports stand behind. */
  amended: readonly EventId[];
  index: { before: BalanceIndex; after: BalanceIndex } | undefined;
  /** Largest change first. */
  records: readonly RecordChange[];
  /** Factors of both whose present state is another. */
  states: readonly { factor: FactorId; before: StateId | undefined; after: StateId | undefined }[];
  /** Courses of action, and none, that lead elsewhere; configurations by state numbers in the order of each moment's case. */
  destinations: readonly {
    option: OptionId | undefined;
    before: readonly (readonly number[])[] | undefined;
    after: readonly (readonly number[])[] | undefined;
  }[];
}

/**
 * The difference between two moments, each a case as the ledger had it with a day looked at and a day of knowledge; the
 * same case twice where nothing was written between them. A record's points are its change of X times ΔI / ΔX, or times
 * 100·(1 − tanh² X) where X did not change, so that they sum to the change of the index. METHODS §10. Throws MatrixError
 * for a case of more than 60 factors.
 */
export function momentDiff(from: Moment, to: Moment): MomentDiff {
  const [before, after] = [balanceAt(from.study, from.clocks), balanceAt(to.study, to.clocks)];
  const [was, is] = [before, after].map((one) => new Map(begunEvents(one).map((event) => [event.id, event])));
  const courses = new Set([before, after].flatMap(({ study }) => coursesOf(study)));
  const stood = new Map(before.states.map(({ factor, state }) => [factor, state]));
  return {
    from,
    to,
    changes: recordDifferences(before.study, after.study),
    added: [...is!.keys()].filter((id) => !was!.has(id)),
    removed: [...was!.keys()].filter((id) => !is!.has(id)),
    amended: [...is!].flatMap(([id, event]) => (was!.has(id) && !sameData(was!.get(id), event) ? [id] : [])),
    index: before.index && after.index && { before: before.index, after: after.index },
    records: recordChanges(before, after),
    states: after.states.flatMap(({ factor, state }) =>
      !stood.has(factor) || stood.get(factor) === state ? [] : [{ factor, before: stood.get(factor), after: state }],
    ),
    destinations: [...courses].flatMap((option) => {
      const [led, leads] = [endOf(before, option), endOf(after, option)];
      // By name: the factors of two cases may stand in another order.
      const [was, is] = [
        led?.map((one) => namedStates(before.study, one)),
        leads?.map((one) => namedStates(after.study, one)),
      ];
      return !sameData(was, is) ? [{ option, before: led, after: leads }] : [];
    }),
  };
}

/** Where a course of action leads; undefined where the case does not have it, or where some state is not known. */
function endOf(balance: Balance, option: OptionId | undefined) {
  if (option !== undefined && !balance.study.options.some(({ id }) => id === option)) return undefined;
  return destination(balance, option)?.end;
}

function recordChanges(before: Balance, after: Balance): RecordChange[] {
  const keyed = ({ contributions }: Balance) => new Map(contributions.map((one) => [`${one.kind} ${one.record}`, one]));
  const [was, is] = [keyed(before), keyed(after)];
  const perX = before.index && after.index && pointsPerX(before.index.x, after.index.x);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key): RecordChange => {
      const { kind, record } = (is.get(key) ?? was.get(key))!;
      const [then, now] = [was.get(key)?.x, is.get(key)?.x];
      const x = (now ?? 0) - (then ?? 0);
      return { kind, record, before: then, after: now, x, points: perX === undefined ? undefined : x * perX };
    })
    .filter(({ x }) => x !== 0)
    .toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x));
}

/** ΔI / ΔX, by tanh b − tanh a = sinh(b − a) / (cosh a · cosh b), which loses nothing where the two are close. */
function pointsPerX(before: number, after: number): number {
  const x = after - before;
  return (100 * (x === 0 ? 1 : Math.sinh(x) / x)) / (Math.cosh(before) * Math.cosh(after));
}
