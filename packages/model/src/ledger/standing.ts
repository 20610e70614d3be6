import type { Case } from "../case.ts";
import { consistency } from "../consistency/consistency.ts";
import { eventRules } from "../consistency/event-rules.ts";
import { referrer, type Draft, type Findings } from "../consistency/findings.ts";
import { provenanceRules } from "../consistency/provenance-rules.ts";
import type { Event } from "../event.ts";
import type { Factor } from "../factor.ts";
import type { Problem } from "../problem.ts";
import { recordKinds, type RecordKind } from "../record-kind.ts";

/** A case without its events. No record refers to an event, so it holds together, or does not, by itself. */
export type StandingCase = Omit<Case, "events">;

/** A case without its events, ready to judge one event after another against it. */
export interface Standing {
  draft: Draft;
  factors: ReadonlyMap<string, Factor>;
}

export function standingOf(study: StandingCase): Standing {
  const whole = { ...study, events: [] };
  const places = byKind((kind) => whole[kind].map(({ id }) => id as string));
  return {
    draft: { study: whole, ids: byKind((kind) => new Set(places[kind])), places, unread: [] },
    factors: new Map(study.factors.map((factor) => [factor.id, factor])),
  };
}

/** What is wrong with a case apart from its events; places are by id. */
export function standingProblems({ draft }: Standing): readonly Problem[] {
  return consistency(draft).problems;
}

/** What is wrong with one event beside the rest of its case; places are by id. */
export function eventProblems(event: Event, { draft, factors }: Standing): readonly Problem[] {
  const found: Findings = { problems: [], warnings: [] };
  const alone = draftOfEvent(event, draft);
  const refer = referrer(draft, found);
  provenanceRules(alone, refer, found);
  eventRules(alone, factors, refer, found);
  return found.problems;
}

/** A draft in which nothing but one event is left to judge, while every id of the case still counts. */
export function draftOfEvent(event: Event, draft: Draft = nothing): Draft {
  return {
    ...draft,
    study: { ...nothing.study, case: draft.study.case, events: [event] },
    places: { ...nothing.places, events: [event.id] },
  };
}

function byKind<T>(value: (kind: RecordKind) => T): Record<RecordKind, T> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, value(kind)])) as Record<RecordKind, T>;
}

const nothing: Draft = {
  study: { ...byKind(() => []), case: undefined },
  ids: byKind(() => new Set<string>()),
  places: byKind(() => []),
  unread: [],
};
