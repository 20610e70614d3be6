import type { Case, RecordKind } from "@mizan/model";
import type { Entry } from "./entry.ts";

type Records = readonly { id: string }[];

/** A case as it stands some entries later: what is added comes last of its kind, what is amended keeps its place. */
export function advanced(study: Case, entries: readonly Entry[]): Case {
  const now: Record<string, unknown> = { ...study };
  const kinds = Map.groupBy(entries, ({ kind }) => kind);
  for (const [kind, own] of kinds) {
    if (kind === "case") now["case"] = own.at(-1)!.body;
    else now[kind] = recordsAfter(study[kind] as Records, own);
  }
  return now as Case;
}

function recordsAfter(records: Case[RecordKind] | Records, entries: readonly Entry[]): Records {
  const held = new Map<string, { id: string }>((records as Records).map((record) => [record.id, record]));
  for (const { action, record, body } of entries) {
    if (action === "retract") held.delete(record);
    else held.set(record, body as { id: string });
  }
  return [...held.values()];
}
