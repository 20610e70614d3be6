import { eventRules } from "../consistency/event-rules.ts";
import type { Refer } from "../consistency/findings.ts";
import { provenanceRules } from "../consistency/provenance-rules.ts";
import type { Event } from "../event.ts";
import type { Factor } from "../factor.ts";
import type { RecordKind } from "../record-kind.ts";
import { draftOfEvent, type StandingCase } from "./standing.ts";

/** What an event counts on: a record, a factor's having a scale, or one state of a factor, written `factor/state`. */
export interface EventReference {
  kind: RecordKind | "scale" | "state";
  id: string;
}

/** Everything of its case that an event counts on, each once: as long as all of it stands, so does the event. */
export function eventReferences(event: Event): EventReference[] {
  const found = new Map<string, EventReference>();
  const note = (kind: EventReference["kind"], id: string) => void found.set(`${kind} ${id}`, { kind, id });
  const refer: Refer = (kind, id) => {
    if (id !== undefined) note(kind, id);
  };
  const alone = draftOfEvent(event);
  const ignored = { problems: [], warnings: [] };
  provenanceRules(alone, refer, ignored);
  eventRules(alone, new Map<string, Factor>(), refer, ignored);
  for (const { factor } of event.effects) note("scale", factor);
  for (const { factor, state } of event.sets ?? []) note("state", `${factor}/${state}`);
  return [...found.values()];
}

/** What a case without its events offers to them, in the words of {@link eventReferences}. */
export function offeredReferences({ sources, actors, factors }: StandingCase): EventReference[] {
  return [
    ...sources.map(({ id }): EventReference => ({ kind: "sources", id })),
    ...actors.map(({ id }): EventReference => ({ kind: "actors", id })),
    ...factors.flatMap(({ id, scale, states }): EventReference[] => [
      { kind: "factors", id },
      ...(scale ? [{ kind: "scale" as const, id }] : []),
      ...states.map((state) => ({ kind: "state" as const, id: `${id}/${state.id}` })),
    ]),
  ];
}
