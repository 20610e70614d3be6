import { type Case, type LanguageMap } from "@mizan/model";
import { blocking, carrying, chamberCount, powerIndices, type ChamberCount, type Joining } from "@mizan/model/chamber";
import { citedOf, type AtDay, type Cited } from "./cited.ts";

/** The chamber of a case, its lists and the motion before it. */
export interface Chamber {
  count: ChamberCount;
  name: LanguageMap;
  motion: LanguageMap;
  note: string | undefined;
  citations: readonly Cited[];
  lists: readonly ChamberListRow[];
  needed: readonly NeededLists[];
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
  /** Shares of the power to decide, 0 to 1, whatever the stances. */
  power: { shapleyShubik: number; banzhaf: number };
}

/** The fewest lists that would have to join a side for it to have its way. */
export interface NeededLists {
  side: "for" | "against";
  reach: "there" | "within" | "beyond";
  short: number;
  /** The smallest of them, by the names of their lists. */
  coalitions: readonly { names: readonly LanguageMap[]; seats: number }[];
}

/** Undefined for a case without a motion. */
export function chamberOf({ study, asOf }: AtDay): Chamber | undefined {
  const count = chamberCount(study);
  const { motion } = study.case;
  if (!count || !motion) return undefined;
  const power = powerIndices([{ quota: motion.quota, weights: study.chamber.map(({ seats }) => seats) }]);
  return {
    count,
    needed: [carrying(study.chamber, motion.quota), blocking(study.chamber, motion.quota)].map((join) =>
      neededOf(study, join),
    ),
    name: motion.chamber,
    motion: motion.name,
    note: motion.note,
    citations: citedOf({ study, asOf }, motion.citations),
    lists: study.chamber.map((list, i) => ({
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
      power: { shapleyShubik: power.shapleyShubik.numbers[i]!, banzhaf: power.banzhaf.numbers[i]! },
    })),
  };
}

function actorOf(study: Case, id: string | undefined): ChamberListRow["actor"] {
  const actor = study.actors.find((candidate) => candidate.id === id);
  return actor && { id: actor.id, name: actor.name };
}

const mostCoalitions = 4;

function neededOf(study: Case, { side, reach, short, coalitions }: Joining): NeededLists {
  const nameOf = (id: string) => study.chamber.find((list) => list.id === id)!.name;
  return {
    side,
    reach,
    short,
    coalitions: coalitions.slice(0, mostCoalitions).map(({ lists, seats }) => ({ names: lists.map(nameOf), seats })),
  };
}
