import { type Case, type LanguageMap } from "@mizan/model";
import { chamberCount, type ChamberCount } from "@mizan/model/chamber";
import { citedOf, type AtDay, type Cited } from "./cited.ts";

/** The chamber of a case, its lists and the motion before it. */
export interface Chamber {
  count: ChamberCount;
  name: LanguageMap;
  motion: LanguageMap;
  note: string | undefined;
  citations: readonly Cited[];
  lists: readonly ChamberListRow[];
}

export interface ChamberListRow {
  id: string;
  name: LanguageMap;
  seats: number;
  stance: "for" | "against" | "undecided";
  actor: { id: string; name: LanguageMap } | undefined;
  contested: readonly { field: string; values: readonly string[] }[];
  note: string | undefined;
  author: boolean;
}

/** Undefined for a case without a motion. */
export function chamberOf({ study, asOf }: AtDay): Chamber | undefined {
  const count = chamberCount(study);
  const { motion } = study.case;
  if (!count || !motion) return undefined;
  return {
    count,
    name: motion.chamber,
    motion: motion.name,
    note: motion.note,
    citations: citedOf({ study, asOf }, motion.citations),
    lists: study.chamber.map((list) => ({
      id: list.id,
      name: list.name,
      seats: list.seats,
      stance: list.stance,
      actor: actorOf(study, list.actor),
      contested: (list.contested ?? []).map(({ field, values }) => ({
        field,
        values: values.map(({ value }) => String(value)),
      })),
      note: list.note,
      author: list.basis === "author",
    })),
  };
}

function actorOf(study: Case, id: string | undefined): ChamberListRow["actor"] {
  const actor = study.actors.find((candidate) => candidate.id === id);
  return actor && { id: actor.id, name: actor.name };
}
