import { inLanguage } from "../../language.ts";
import type { Balance } from "../../analysis/balance.ts";
import { powerIndices } from "../../analysis/chamber/power-index.ts";
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

/** A list's power on the motion, 0 to 1: `shapleyShubik` or `banzhaf`. */
export function powerTrace({ study }: Balance, id: string, index: string): Trace | undefined {
  const at = study.chamber.findIndex((candidate) => candidate.id === id);
  const { motion } = study.case;
  if (at < 0 || !motion || (index !== "shapleyShubik" && index !== "banzhaf")) return undefined;
  const power = powerIndices([{ quota: motion.quota, weights: study.chamber.map(({ seats }) => seats) }]);
  const { numbers, fractions } = power[index];
  const { numerator, denominator } = fractions[at]!;
  const list = study.chamber[at]!;
  return {
    ...stated(
      `power/${id}/${index}`,
      `${inLanguage(list.name)}: power`,
      { value: numbers[at]!, form: "share" },
      index === "shapleyShubik"
        ? "The share of all orders in which the lists could join, in which this one turns the motion into one that carries."
        : "Its swings, coalitions that win with it and lose without it, over the swings of all lists.",
      [recordOf("chamber", list, list.name, [["Seats", String(list.seats)]])],
      sourcesOf(study, [...(list.citations ?? []), ...(motion.citations ?? [])]),
    ),
    arithmetic: {
      columns: ["List", "Seats", "Power"],
      rows: study.chamber.map((other, i) => ({
        label: inLanguage(other.name),
        cells: [
          { value: other.seats, form: "count" },
          { value: numbers[i]!, form: "share" },
        ],
        opens: `seats/${other.id}`,
      })),
      lines: [`exactly ${numerator} / ${denominator}, whatever the stances; ${motion.quota} votes carry`],
    },
  };
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
