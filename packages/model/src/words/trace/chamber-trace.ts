import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { chamberCount } from "../../analysis/chamber/chamber-count.ts";
import { frameRecord, recordOf, sourcesOf } from "./provenance.ts";
import { stated } from "./stated.ts";
import type { Trace } from "./trace.ts";

/** The seats of a list. */
export function seatsTrace({ study }: Balance, id: string): Trace | undefined {
  const list = study.chamber.find((candidate) => candidate.id === id);
  if (!list) return undefined;
  const record = recordOf("chamber", list, list.name, [
    ["Stance", list.stance],
    ...(list.contested ?? []).map(
      ({ field, values }) => [`Contested: ${field}`, values.map(({ value }) => String(value)).join(" or ")] as const,
    ),
  ]);
  const contested = (list.contested ?? []).flatMap(({ values }) => values.flatMap(({ citations }) => citations));
  return stated(
    `seats/${id}`,
    inLanguage(list.name),
    { value: list.seats, form: "count" },
    "Members of this list.",
    [record],
    sourcesOf(study, [...(list.citations ?? []), ...contested]),
  );
}

/** A count on the motion: `quota`, `members`, `for`, `against`, `undecided` or `short`. */
export function motionTrace({ study }: Balance, field: string): Trace | undefined {
  const { motion } = study.case;
  const count = chamberCount(study);
  if (!motion || !count || !Object.hasOwn(count, field)) return undefined;
  const value = count[field as keyof typeof count];
  const lists = study.chamber.filter(({ stance }) => stance === (field === "short" ? "for" : field));
  const trace = stated(
    `motion/${field}`,
    inLanguage(motion.name),
    { value, form: "count" },
    motionSays[field as keyof typeof count],
    [frameRecord(study)],
    sourcesOf(study, motion.citations),
  );
  return {
    ...trace,
    arithmetic: {
      columns: lists.length === 0 ? [] : ["List", "Seats"],
      rows: lists.map(({ id, name, seats }) => ({
        label: inLanguage(name),
        cells: [{ value: seats, form: "count" }],
        opens: `seats/${id}`,
      })),
      lines: field === "short" ? [`${count.quota} needed − ${count.for} declared = ${count.short}`] : [],
    },
  };
}

const motionSays = {
  quota: "Votes that carry the motion; an absentee counts against.",
  members: "Members of the chamber.",
  for: "Seats of the lists declared for the motion.",
  against: "Seats of the lists declared against the motion.",
  undecided: "Seats of the lists that have declared neither way.",
  short: "Votes that the declared lists still need.",
};
