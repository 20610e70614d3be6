export { citationsOf, eventAsKnown } from "../analysis/known.ts";
export { eventShifts, shiftTerms, type ShiftTerms } from "../analysis/shift.ts";
export * from "./event-reference.ts";
export * from "./read-record.ts";
export * from "./standing.ts";
