import { inLanguage, type ChamberList, type LanguageMap } from "@mizan/model";
import { figureText } from "@mizan/model/words";
import type { DrawingTable } from "./drawing.ts";

export type Stance = ChamberList["stance"];

/** A list with seats, as the chamber draws it. */
export interface SeatList {
  id: string;
  name: LanguageMap;
  seats: number;
  stance: Stance;
}

/** What a stance is called: a list that has not said how it votes has not declared itself. */
export const stanceWord = { for: "for", undecided: "undecided", against: "against" } as const;

/** From the left of the drawing to the right. */
export const stanceOrder: readonly Stance[] = ["for", "undecided", "against"];

/** The chamber in a sentence. */
export function seatBarSummary(lists: readonly SeatList[], quota: number, members: number): string {
  const of = (stance: Stance) =>
    lists.filter((list) => list.stance === stance).reduce((sum, { seats }) => sum + seats, 0);
  const [yes, open, no] = [of("for"), of("undecided"), of("against")];
  const said =
    yes >= quota ? "reach the quota" : yes + open >= quota ? "need the undecided to reach it" : "cannot reach it";
  return `Of ${figureText(members, "count")} seats ${yes} are for, ${open} undecided and ${no} against; the quota is ${quota}. Those for ${said}.`;
}

/** The chamber as a table. */
export function seatBarTable(lists: readonly SeatList[], language = "en"): DrawingTable {
  return {
    columns: ["List", "Stance", "Seats"],
    rows: stanceOrder.flatMap((stance) =>
      lists
        .filter((list) => list.stance === stance)
        .toSorted((a, b) => b.seats - a.seats)
        .map(({ id, name, seats }) => [
          inLanguage(name, language),
          stanceWord[stance],
          { value: seats, form: "count" as const, trace: `seats/${id}` },
        ]),
    ),
  };
}
