import type { Case } from "../../case.ts";
import type { EventId } from "../../event.ts";
import type { FactorId, StateId } from "../../factor.ts";
import type { OptionId } from "../../option.ts";
import { balanceAt, type Balance, type Clocks } from "../balance.ts";
import type { BalanceIndex } from "../balance-index.ts";
import type { Contribution } from "../contribution.ts";
import { destination } from "../outlook/destination.ts";
import { eventSpan, openingDay } from "../shift.ts";

/** What one record did to X between two moments. */
export interface RecordChange {
  kind: Contribution["kind"];
  record: Contribution["record"];
  /** Its part of X then and now; absent where it had none. */
  before: number | undefined;
  after: number | undefined;
  /** The difference; all of them sum to the change of X. */
  x: number;
}

/** What is different between two moments of one case. */
export interface MomentDiff {
  from: Clocks;
  to: Clocks;
  /** Events that had begun and were known at the second moment and not at the first, and the other way round. */
  added: readonly EventId[];
  removed: readonly EventId[];
  /** Events of both moments that more or fewer reports stand behind. */
  amended: readonly EventId[];
  index: { before: BalanceIndex; after: BalanceIndex } | undefined;
  /** Largest change first. */
  records: readonly RecordChange[];
  /** Factors whose present state is another. */
  states: readonly { factor: FactorId; before: StateId | undefined; after: StateId | undefined }[];
  /** Courses of action, and none, that lead elsewhere; configurations by state numbers in the case's order. */
  destinations: readonly {
    option: OptionId | undefined;
    before: readonly (readonly number[])[] | undefined;
    after: readonly (readonly number[])[] | undefined;
  }[];
}

/** The difference between two moments, each a day looked at and a day of knowledge: METHODS §10. */
export function momentDiff(study: Case, from: Clocks, to: Clocks): MomentDiff {
  const [before, after] = [balanceAt(study, from), balanceAt(study, to)];
  const [was, is] = [begunEvents(before), begunEvents(after)];
  return {
    from,
    to,
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    amended: [...is].flatMap(([id, reports]) => (was.has(id) && was.get(id) !== reports ? [id] : [])),
    index: before.index && after.index && { before: before.index, after: after.index },
    records: recordChanges(before, after),
    states: after.states.flatMap(({ factor, state }, i) =>
      before.states[i]!.state === state ? [] : [{ factor, before: before.states[i]!.state, after: state }],
    ),
    destinations: [undefined, ...study.options.map(({ id }) => id)].flatMap((option) => {
      const [led, leads] = [destination(before, option)?.end, destination(after, option)?.end];
      return led?.join(";") === leads?.join(";") ? [] : [{ option, before: led, after: leads }];
    }),
  };
}

/** Events that had begun by a moment, each with how many reports stand behind it. */
function begunEvents({ study, asOf }: Balance): Map<EventId, number> {
  const opening = openingDay(study);
  return new Map(
    study.events
      .filter((event) => !event.expected && eventSpan(event, opening).start <= asOf)
      .map(({ id, citations = [], effects }) => [
        id,
        citations.length + effects.flatMap((effect) => effect.citations ?? []).length,
      ]),
  );
}

function recordChanges(before: Balance, after: Balance): RecordChange[] {
  const keyed = ({ contributions }: Balance) => new Map(contributions.map((one) => [`${one.kind} ${one.record}`, one]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key): RecordChange => {
      const { kind, record } = (is.get(key) ?? was.get(key))!;
      const [then, now] = [was.get(key)?.x, is.get(key)?.x];
      return { kind, record, before: then, after: now, x: (now ?? 0) - (then ?? 0) };
    })
    .filter(({ x }) => x !== 0)
    .toSorted((a, b) => Math.abs(b.x) - Math.abs(a.x));
}
