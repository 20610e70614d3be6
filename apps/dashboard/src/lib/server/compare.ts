import { eventSpan, inLanguage, openingDay, type Case, type Day, type LanguageMap } from "@mizan/model";
import { momentDiff, type Moment, type MomentDiff } from "@mizan/model/diff";
import { dayText, figureText, periodTextWithin } from "@mizan/model/words";
import { namedStates } from "@mizan/model/scenarios";
import type { EntryKind } from "@mizan/store";
import { error } from "@sveltejs/kit";
import { yearOf } from "./cited.ts";
import { presentState, type PresentState } from "./factor-row.ts";
import { fieldChanges, type FieldChange } from "./field-changes.ts";
import { dayIn, wholeReadingAt, wholeReadingOf, type Reading } from "./reading.ts";

/** How a case changed between two moments, as a log. */
export interface Comparison {
  claim: string;
  from: { day: Day; known: Day | undefined; text: string };
  to: { day: Day; text: string };
  index: { before: number; after: number } | undefined;
  events: readonly EventChange[];
  /** What moved the index without an event that is new, gone or amended: older evidence that faded, baselines. */
  others: readonly {
    kind: "event" | "baseline";
    id: string;
    label: LanguageMap;
    points: number | undefined;
    x: number;
  }[];
  /** How many more moved it by less than half a point each. */
  less: number;
  states: readonly { factor: string; name: LanguageMap; before: PresentState; after: PresentState }[];
  courses: readonly {
    id: string;
    name: LanguageMap;
    factors: readonly { name: LanguageMap; before: string; after: string }[];
    turns: boolean;
  }[];
  records: readonly {
    kind: EntryKind;
    id: string;
    change: string;
    title: LanguageMap;
    fields: readonly FieldChange[];
  }[];
}

export interface EventChange {
  id: string;
  change: "new" | "gone" | "amended";
  when: string;
  title: LanguageMap;
  /** Of the index; undefined where it moves nothing. */
  points: number | undefined;
  x: number | undefined;
  fields: readonly FieldChange[];
}

type Asked = Parameters<typeof wholeReadingOf>[0];

const usualDays = 14;

/** The two moments of an address: `from` and `knownFrom`, a fortnight before unless given, and the page's own clocks. */
export async function momentsOf(event: Asked): Promise<{ from: Moment; to: Moment; reading: Reading }> {
  const reading = await wholeReadingOf(event);
  const { balance, opening } = reading;
  const usual = Math.max(Math.min(opening, balance.asOf), balance.asOf - usualDays);
  const from = dayIn(event.url, "from") ?? usual;
  const knownAt = dayIn(event.url, "knownAt");
  const knownFrom = dayIn(event.url, "knownFrom") ?? knownAt;
  const before = await wholeReadingAt(event.params.case, from, knownFrom);
  if (!reading.events.whole || !before.events.whole)
    error(422, "This case has too many events to compare two days one by one.");
  return {
    from: { study: before.whole, clocks: { asOf: from, knownAt: knownFrom } },
    to: { study: reading.whatIf ? balance.study : reading.whole, clocks: { asOf: balance.asOf, knownAt } },
    reading,
  };
}

/** What is different between two moments, in rows. Errors as `momentDiff`. */
export function comparisonOf(from: Moment, to: Moment): Comparison {
  const diff = momentDiff(from, to);
  const events = eventChanges(diff);
  const logged = new Set(events.map(({ id }) => id));
  const besides = diff.records.flatMap(({ kind, record: id, points, x }) =>
    kind === "gathered" || (kind === "event" && logged.has(id))
      ? []
      : [{ kind, id, label: labelOf(diff, kind, id), points, x }],
  );
  const shown = besides.findLastIndex(({ points }) => points === undefined || Math.abs(points) >= 0.5) + 1;
  return {
    claim: claimOf(diff, events),
    from: { day: from.clocks.asOf, known: from.clocks.knownAt, text: dayText(from.clocks.asOf) },
    to: { day: to.clocks.asOf, text: dayText(to.clocks.asOf) },
    index: diff.index && { before: diff.index.before.index, after: diff.index.after.index },
    events: events.map(({ start, ...row }) => row),
    others: besides.slice(0, shown),
    less: besides.length - shown,
    states: diff.states.flatMap(({ factor: id, before, after }) => {
      const factor = to.study.factors.find((candidate) => candidate.id === id)!;
      const state = (one: typeof before) => presentState(factor, one, 0, true);
      return [{ factor: id, name: factor.shortName ?? factor.name, before: state(before), after: state(after) }];
    }),
    courses: courseChanges(diff),
    records: recordChanges(diff),
  };
}

function claimOf({ index, from, to }: MomentDiff, events: readonly EventChange[]): string {
  const [first, last] = [from, to].map(({ clocks }) => dayText(clocks.asOf).replace(/ \d{4}$/, ""));
  if (!index) {
    const count = events.length === 0 ? "Nothing" : `${events.length} ${events.length === 1 ? "event" : "events"}`;
    return `${count} changed between ${first} and ${last}`;
  }
  const by = Math.round(index.after.index) - Math.round(index.before.index);
  if (by === 0) return `The index stands where it stood on ${first}, at ${figureText(index.after.index, "points")}`;
  return `The index ${by > 0 ? "rose" : "fell"} by ${Math.abs(by)} between ${first} and ${last}, to ${figureText(index.after.index, "points")}`;
}

function eventChanges({ from, to, added, removed, amended, records }: MomentDiff): (EventChange & { start: Day })[] {
  const moved = new Map(records.flatMap((one) => (one.kind === "event" ? [[one.record as string, one] as const] : [])));
  const rowsOf = (ids: readonly string[], change: EventChange["change"], { study }: Moment) =>
    ids.flatMap((id) => {
      const event = study.events.find((candidate) => candidate.id === id);
      if (!event) return [];
      const before = change === "amended" ? from.study.events.find((candidate) => candidate.id === id) : undefined;
      return [
        {
          id,
          change,
          start: eventSpan(event, openingDay(study)).start,
          when: periodTextWithin(event.when, yearOf(to.clocks.asOf)),
          title: event.title,
          points: moved.get(id)?.points,
          x: moved.get(id)?.x,
          fields: before ? fieldChanges(before, event) : [],
        },
      ];
    });
  return [...rowsOf(added, "new", to), ...rowsOf(removed, "gone", from), ...rowsOf(amended, "amended", to)].toSorted(
    (a, b) => b.start - a.start,
  );
}

function labelOf({ from, to }: MomentDiff, kind: "event" | "baseline", id: string): LanguageMap {
  for (const { study } of [to, from]) {
    const event = kind === "event" ? study.events.find((candidate) => candidate.id === id) : undefined;
    const factor = kind === "baseline" ? study.factors.find((candidate) => candidate.id === id) : undefined;
    const name = event ? (event.shortTitle ?? event.title) : factor?.name;
    if (name) return name;
  }
  return { en: id };
}

/** Courses that lead elsewhere, each with the factors that come to rest in another state. */
function courseChanges({ from, to, destinations }: MomentDiff): Comparison["courses"] {
  return destinations.map(({ option: id, before, after }) => {
    const option = [to, from].flatMap(({ study }) => study.options.filter((candidate) => candidate.id === id))[0];
    const [was, is] = [
      before?.length === 1 ? namedStates(from.study, before[0]!) : undefined,
      after?.length === 1 ? namedStates(to.study, after[0]!) : undefined,
    ];
    const nameIn = ({ factors }: Case, factor: string, state: string | undefined) =>
      inLanguage(
        factors.find((one) => one.id === factor)?.states.find((one) => one.id === state)?.name ?? { en: "not known" },
      );
    return {
      id: id ?? "none",
      name: option?.name ?? { en: "As decisions stand" },
      turns: !was || !is,
      factors: to.study.factors.flatMap((factor) =>
        was && is && was[factor.id] !== is[factor.id]
          ? [
              {
                name: factor.shortName ?? factor.name,
                before: nameIn(from.study, factor.id, was[factor.id]),
                after: nameIn(to.study, factor.id, is[factor.id]),
              },
            ]
          : [],
      ),
    };
  });
}

/** Records other than events that were written between the two moments. */
function recordChanges({ from, to, changes }: MomentDiff): Comparison["records"] {
  return changes.flatMap(({ kind, record: id, change }) => {
    if (kind === "events") return [];
    const [was, is] = [from.study, to.study].map((study) => recordIn(study, kind, id));
    const named = (is ?? was) as { title?: LanguageMap; name?: LanguageMap; statement?: LanguageMap } | undefined;
    return [
      {
        kind,
        id,
        change,
        title: named?.title ?? named?.name ?? named?.statement ?? { en: id },
        fields: change === "amended" ? fieldChanges(was, is) : [],
      },
    ];
  });
}

function recordIn(study: Case, kind: EntryKind, id: string): object | undefined {
  if (kind === "case") return study.case;
  return (study[kind] as readonly { id: string }[]).find((record) => record.id === id);
}
