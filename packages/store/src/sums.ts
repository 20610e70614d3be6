import type { Insertable } from "kysely";
import { forever, type ShiftTable, type SumTable } from "./tables.ts";

/** One whole unit of a sum is 2⁻⁴⁰. */
export const unitsInOne = 2 ** 40;

/** What is to be added to the sums of a case, span by span. */
export type SumChanges = Map<string, Insertable<SumTable>>;

/** Counts a shift in, or out again with a sign of −1; only as all that is known has it. */
export function addShift(sums: SumChanges, shift: ShiftTable, sign: 1 | -1 = 1): void {
  if (shift.known_until !== forever) return;
  const { case_id, factor, lasting, start_day, end_day } = shift;
  const key = `${factor} ${lasting} ${start_day} ${end_day}`;
  const row = sums.get(key) ?? { case_id, factor, lasting, start_day, end_day, mean: 0, variance: 0 };
  row.mean += sign * Math.round(shift.mean * unitsInOne);
  row.variance += sign * Math.round(shift.variance * unitsInOne);
  sums.set(key, row);
}
